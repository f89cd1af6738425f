import { events } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { Cursor, EventsPage } from '../api/types';
import { Pause } from './pause';

/** How often to ask, and how long to let the server hold an empty answer, in seconds. */
export interface Pace {
  readonly wait: number;
  /** Rest after an answer, so that a busy room is heard in batches. */
  readonly rest: number;
}

export interface PollerHooks {
  pace(): Pace;
  cursor(): Cursor | null;
  receive(page: EventsPage, since: Cursor | null): void;
  /** The server was asked and has answered. */
  reached(): void;
  /** It could not be asked; the next try is in so many seconds. */
  lost(seconds: number): void;
  /** The cursor is none of this chat: what is known must be read anew. */
  restart(): Promise<void>;
  /** The session is no more. */
  ended(): void;
}

/** Between tries, in seconds: soon at first, and never so long that somebody would rather reload the page. */
const Retries = [1, 2, 4, 8, 15, 30];
/** After an answer that another's question ended, in seconds. */
const Early = 2;

/** Asks what is new, again and again: the only thing in the page that waits for the server. */
export class Poller {
  private readonly pause = new Pause();
  private request = new AbortController();
  private failures = 0;

  constructor(private readonly hooks: PollerHooks) {}

  /** Asks until `stop` ends it. */
  async run(stop: AbortSignal): Promise<void> {
    stop.addEventListener('abort', () => this.nudge(true), { once: true });
    while (!stop.aborted) await this.pause.for(await this.askOnce(stop));
  }

  /** Ends a rest now; with `again`, also a request in hand, which is then asked anew (the network or the pace has changed). */
  nudge(again = false): void {
    if (again) this.request.abort();
    this.pause.end();
  }

  /** @returns how many seconds to rest. */
  private async askOnce(stop: AbortSignal): Promise<number> {
    const { wait, rest } = this.hooks.pace();
    const since = this.hooks.cursor();
    const asked = performance.now();
    const request = (this.request = new AbortController());
    try {
      const page = await events(since, wait, AbortSignal.any([stop, request.signal]));
      this.failures = 0;
      this.hooks.reached();
      if (page) this.hooks.receive(page, since);
      // A wait that ended early and empty was ended by another of the same session: asking at once would end that one's.
      else if (wait > 0 && performance.now() - asked < wait * 500) return Math.max(rest, Early);
      return rest;
    } catch (failure) {
      if (stop.aborted || request.signal.aborted) return 0;
      return this.recover(failure);
    }
  }

  private async recover(failure: unknown): Promise<number> {
    if (failure instanceof Refusal && failure.code === 'invalid-cursor') {
      try {
        await this.hooks.restart();
        return 0;
      } catch (another) {
        failure = another;
      }
    }
    if (failure instanceof Refusal && failure.endsVisit) {
      this.hooks.ended();
      return 0;
    }
    // A fault of the page is told to whoever watches it, and must not end the asking for good.
    if (!(failure instanceof Refusal || failure instanceof Unreachable)) reportError(failure);
    const planned = Retries[Math.min(this.failures++, Retries.length - 1)]!;
    // Spread, so that a server that comes back is not met by everyone at once.
    const seconds = Math.max(planned * (0.8 + Math.random() * 0.4), failure instanceof Refusal ? failure.retryAfter ?? 0 : 0);
    this.hooks.lost(seconds);
    return seconds;
  }
}
