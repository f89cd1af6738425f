import { SvelteSet } from 'svelte/reactivity';
import { remove } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import { toasts } from '../look/toasts.svelte';
import { explain } from '../texts/failures';
import { t } from '../texts/texts.svelte';

/** How long, in milliseconds, somebody can think better of it. */
const Regret = 6_000;

/** Messages that somebody has taken back: gone from the screen at once, from the server when they can no longer undo it. */
export class Deletions {
  private readonly hidden = new SvelteSet<number>();
  private readonly due = new Map<number, () => void>();

  constructor() {
    // Whoever turns away has decided: a page in the background may be ended without a word.
    addEventListener('pagehide', () => this.deleteAll());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.deleteAll());
  }

  isHidden(message: number): boolean {
    return this.hidden.has(message);
  }

  /** Whether any is hidden, so that who draws thousands need not ask for each. */
  get hidesSome(): boolean {
    return this.hidden.size > 0;
  }

  add(message: number): void {
    if (this.hidden.has(message)) return;
    this.hidden.add(message);
    const drop = toasts.show(t.talk.deleted, { label: t.look.undo, run: () => this.undo(message) }, Regret);
    const timer = setTimeout(() => void this.delete(message, false), Regret);
    this.due.set(message, () => {
      clearTimeout(timer);
      drop();
    });
  }

  private undo(message: number): void {
    if (this.forget(message)) this.hidden.delete(message);
  }

  private deleteAll(): void {
    for (const message of [...this.due.keys()]) void this.delete(message, true);
  }

  private async delete(message: number, outlivesPage: boolean): Promise<void> {
    if (!this.forget(message)) return;
    try {
      await remove(message, outlivesPage);
    } catch (failure) {
      if (failure instanceof Refusal && failure.code === 'not-found') return;
      this.hidden.delete(message);
      toasts.show(failure instanceof Refusal || failure instanceof Unreachable ? t.talk.notDeleted(explain(failure)) : explain(failure));
    }
  }

  /** @returns whether it could still be decided about. */
  private forget(message: number): boolean {
    const end = this.due.get(message);
    this.due.delete(message);
    end?.();
    return end !== undefined;
  }
}

export const deletions = new Deletions();
