// Ten tabs make one poll: the tab that was looked at last asks, and tells the others what it was answered.
import type { Cursor, EventsPage } from '../api/types';
import type { Reach } from './connection.svelte';
import { isLookedAt } from './looked-at';

export type Told =
  | { readonly kind: 'page'; readonly user: number; readonly since: Cursor | null; readonly page: EventsPage }
  /** A tab has opened, and would like to know what the one that asks knows. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'reach'; readonly user: number; readonly reach: Reach; readonly cursor: Cursor | null }
  /** Somebody does not want to wait for the next try. */
  | { readonly kind: 'hurry' }
  | { readonly kind: 'outbox' }
  /** Nobody looks at the tab that asks any more. */
  | { readonly kind: 'unwatched' }
  | { readonly kind: 'left'; readonly user: number };

const Name = 'snug';

export class Tabs {
  /** Whether only one of the browser's tabs asks at a time: plain HTTP has no locks. */
  readonly takeTurns = 'locks' in navigator;
  isChosen = false;

  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(Name) : null;
  private mayTakeOver = false;
  private queue = new AbortController();

  constructor(hear: (told: Told) => void) {
    if (!this.channel) return;
    this.channel.onmessage = (event: MessageEvent<Told>) => {
      if (event.data.kind === 'unwatched') this.takeOver();
      else hear(event.data);
    };
  }

  tell(told: Told): void {
    this.channel?.postMessage(told);
  }

  close(): void {
    this.channel?.close();
  }

  /**
   * Runs `work` whenever this tab is the one that asks, until `stop`: it takes that over when somebody begins to look at it, and
   * otherwise waits until the tab before is gone.
   */
  async whileChosen(stop: AbortSignal, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    if (!this.takeTurns) {
      this.isChosen = true;
      return work(stop);
    }

    this.mayTakeOver = isLookedAt();
    document.addEventListener('visibilitychange', () => this.look(), { signal: stop });
    stop.addEventListener('abort', () => this.queue.abort(), { once: true });
    while (!stop.aborted) await this.takeTurn(stop, work);
  }

  private async takeTurn(stop: AbortSignal, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    this.queue = new AbortController();
    const turn = new AbortController();
    let working = Promise.resolve();
    const options: LockOptions = this.mayTakeOver ? { steal: true } : { signal: this.queue.signal };
    // Only once for each look: two windows side by side would take it from each other for ever.
    this.mayTakeOver = false;
    try {
      await navigator.locks.request(`${Name}-poll`, options, () => {
        this.isChosen = true;
        return (working = work(AbortSignal.any([stop, turn.signal])));
      });
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
    }
    turn.abort();
    await working;
    this.isChosen = false;
  }

  private look(): void {
    if (isLookedAt()) this.takeOver();
    // Another window may stand beside this one: it should not hear of news at the pace of the background.
    else if (this.isChosen) this.tell({ kind: 'unwatched' });
  }

  private takeOver(): void {
    if (this.isChosen || !isLookedAt()) return;
    this.mayTakeOver = true;
    this.queue.abort();
  }
}

