/** A short word at the edge of the screen, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const Shown = 6_000;
const Most = 4;

class Toasts {
  current = $state.raw<readonly Toast[]>([]);
  private last = 0;

  /** @returns what takes it away before its time, which is six seconds. */
  show(text: string, action?: Toast['action'], milliseconds = Shown): () => void {
    const toast: Toast = { id: ++this.last, text, ...(action ? { action } : {}) };
    this.current = [...this.current.slice(1 - Most), toast];
    const drop = () => (this.current = this.current.filter((other) => other !== toast));
    setTimeout(drop, milliseconds);
    return drop;
  }
}

export const toasts = new Toasts();
