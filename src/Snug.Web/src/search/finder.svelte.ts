import * as calls from '../api/calls';
import type { ChatEvent, Message } from '../api/types';
import { explain } from '../texts/failures';

/** Milliseconds that somebody rests before what they type is searched for. */
const Rest = 250;
/** Pages without a find that are gone through unasked: each has the server look at thousands of messages. */
const PagesInARow = 5;
/** Finds that are enough for a screen. */
const Enough = 15;

/** The messages that hold some words, newest first. */
export class Finder {
  found = $state.raw<readonly Message[]>([]);
  /** What the finds were searched with. */
  words = $state('');
  isLooking = $state(false);
  problem = $state('');
  /** Where to go on; null where everything was looked at. */
  next = $state<number | null>(null);

  private room: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  // The answer to what was asked before is late: it is dropped.
  private turn = 0;
  /** What has become of messages while a page is on its way, which may hold them as they were. */
  private readonly changed = new Map<number, Message | 'gone'>();

  /** Searches as soon as typing rests; anything asked before is forgotten. */
  look(words: string, room?: number): void {
    clearTimeout(this.timer);
    this.turn++;
    this.room = room;
    this.problem = '';
    this.isLooking = words !== '';
    if (words === '') this.show('', [], null);
    else this.timer = setTimeout(() => void this.ask(words, [], undefined), Rest);
  }

  more(): void {
    if (this.next === null || this.isLooking) return;
    this.turn++;
    this.isLooking = true;
    void this.ask(this.words, this.found, this.next);
  }

  /** After a failure: the same again. */
  retry(): void {
    this.turn++;
    this.isLooking = true;
    void this.ask(this.words, this.found, this.next ?? undefined);
  }

  hear(events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.type === 'deleted') this.changed.set(event.messageId, 'gone');
      else if (event.type === 'edited') this.changed.set(event.message.id, event.message);
    }
    this.found = this.asNow(this.found);
    if (!this.isLooking) this.changed.clear();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.turn++;
  }

  private async ask(words: string, known: readonly Message[], before: number | undefined): Promise<void> {
    const turn = this.turn;
    let [found, next] = [known, before];
    this.problem = '';
    try {
      for (let pages = 0; pages < PagesInARow && found.length < known.length + Enough; pages++) {
        const page = await calls.search(words, this.room, next);
        if (turn !== this.turn) return;
        found = [...found, ...page.messages];
        next = page.next ?? undefined;
        this.show(words, found, next ?? null);
        if (next === undefined) break;
      }
    } catch (failure) {
      if (turn !== this.turn) return;
      this.show(words, found, next ?? null);
      this.problem = explain(failure);
    }
    this.isLooking = false;
  }

  private show(words: string, found: readonly Message[], next: number | null): void {
    this.words = words;
    this.found = this.asNow(found);
    this.next = next;
  }

  private asNow(found: readonly Message[]): readonly Message[] {
    return found.map((message) => this.changed.get(message.id) ?? message).filter((message) => message !== 'gone');
  }
}
