import { createContext } from 'svelte';
import type { Message } from '../api/types';

/** What is done with the rows of a conversation: one at a time shows its toolbar; of thousands none watches which that is. */
export class Rows {
  private hide: (() => void) | null = null;

  /** @param openMenu shows all that can be done about a message, @param pickEmoji the emoji to react with, both beside an element. */
  constructor(readonly openMenu: (message: Message, anchor: Element) => void, readonly pickEmoji: (message: Message, anchor: Element) => void) {}

  /** A row shows its toolbar; the one before hides its own. */
  show(show: () => void, hide: () => void): void {
    if (this.hide === hide) return;
    this.hide?.();
    this.hide = hide;
    show();
  }

  showNone(): void {
    this.hide?.();
    this.hide = null;
  }
}

/** The rows among which a component is shown. */
export const [getRows, setRows] = createContext<Rows>();
