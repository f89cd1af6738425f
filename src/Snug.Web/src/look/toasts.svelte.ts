/** A short word at the edge of the screen, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether it waits until somebody takes it away. */
  readonly stays: boolean;
}

const Shown = 6_000;
const Most = 4;

class Toasts {
  current = $state.raw<readonly Toast[]>([]);
  private last = 0;

  /** @returns what takes it away before its time, which is six seconds; Infinity: it stays. */
  show(text: string, action?: Toast['action'], milliseconds = Shown): () => void {
    const toast: Toast = { id: ++this.last, text, stays: milliseconds === Infinity, ...(action ? { action } : {}) };
    this.current = [...this.current.slice(1 - Most), toast];
    if (!toast.stays) setTimeout(() => this.drop(toast), milliseconds);
    return () => this.drop(toast);
  }

  drop(toast: Toast): void {
    this.current = this.current.filter((other) => other !== toast);
  }
}

export const toasts = new Toasts();
