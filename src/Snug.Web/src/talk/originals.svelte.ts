import { SvelteMap } from 'svelte/reactivity';
import { history } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { ChatEvent, Message } from '../api/types';
import type { RoomState } from '../state/chat';

/** A message that is answered somewhere: `gone` where it was deleted, `unknown` until the server has told. */
export type Original = Message | 'gone' | 'unknown';

/** The messages that are answered further down, also those that lie further back than what is loaded. */
export class Originals {
  private readonly fetched = new SvelteMap<number, Message | 'gone'>();
  private readonly asked = new Set<number>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly id: number, private readonly room: () => RoomState | undefined) {}

  // Who is asked for hundreds searches once, not hundreds of times.
  private readonly shown = $derived.by(() => new Map(this.room()?.messages.map((message) => [message.id, message])));

  of(id: number): Original {
    const messages = this.room()?.messages ?? [];
    const shown = this.shown.get(id);
    if (shown) return shown;
    // The stretch has no holes: what is not there is no more.
    const isWithin = messages.length > 0 && messages[0]!.id < id && id < messages.at(-1)!.id;
    return isWithin || (this.room()?.older === 'none' && messages.length > 0 && id < messages[0]!.id) ? 'gone' : this.fetched.get(id) ?? 'unknown';
  }

  /** Has the server tell of it, where that is needed; one after the other, each once. */
  want(id: number): void {
    if (this.of(id) !== 'unknown' || this.asked.has(id)) return;
    this.asked.add(id);
    this.last = this.last.then(() => this.fetch(id));
  }

  hear(events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.room !== this.id) continue;
      if (event.type === 'deleted') this.fetched.set(event.messageId, 'gone');
      else if (event.type === 'edited' && this.asked.has(event.message.id)) this.fetched.set(event.message.id, event.message);
    }
  }

  private async fetch(id: number): Promise<void> {
    if (this.of(id) !== 'unknown') return;
    try {
      const [found] = (await history(this.id, { before: id + 1, limit: 1 })).messages;
      // What happened to it while it was on its way is newer than what was fetched.
      if (!this.fetched.has(id)) this.fetched.set(id, found?.id === id ? found : 'gone');
    } catch (failure) {
      // It stays unknown; who scrolls by it again asks again.
      this.asked.delete(id);
      if (!(failure instanceof Refusal || failure instanceof Unreachable)) throw failure;
    }
  }
}
