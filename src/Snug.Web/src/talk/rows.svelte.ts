import { createContext } from 'svelte';
import type { Message } from '../api/types';

/** A message that something is about to be done with, and the element beside which it is chosen what. */
export interface Chosen {
  readonly message: Message;
  readonly anchor: Element;
}

/** What is done with the rows of a conversation: one at a time shows its toolbar; of thousands none watches which that is. */
export class Rows {
  /** All that can be done about a message is shown. */
  menu = $state.raw<Chosen | null>(null);
  /** The emoji to react with are shown. */
  picking = $state.raw<Chosen | null>(null);

  private hide: (() => void) | null = null;

  openMenu(message: Message, anchor: Element): void {
    this.menu = { message, anchor };
  }

  pickEmoji(message: Message, anchor: Element): void {
    this.picking = { message, anchor };
  }

  /** A row shows its toolbar; the one before hides its own. */
  show(show: () => void, hide: () => void): void {
    if (this.hide === hide) return;
    this.hide?.();
    this.hide = hide;
    show();
  }

  /** The pointer has left them; what a toolbar has opened stands on its own. */
  left(): void {
    if (this.menu || this.picking) return;
    this.hide?.();
    this.hide = null;
  }
}

/** The rows among which a component is shown. */
export const [getRows, setRows] = createContext<Rows>();
