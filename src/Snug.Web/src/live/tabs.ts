// Ten tabs make one poll: the tab that was looked at last asks, and tells the others what it was answered.
import type { Cursor, EventsPage } from '../api/types';

export type Told =
  | { readonly kind: 'page'; readonly user: number; readonly since: Cursor | null; readonly page: EventsPage }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'left' };

const Name = 'snug';

export class Tabs {
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(Name) : null;

  constructor(hear: (told: Told) => void) {
    if (this.channel) this.channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  }

  tell(told: Told): void {
    this.channel?.postMessage(told);
  }

  close(): void {
    this.channel?.close();
  }

  /**
   * Runs `work` whenever this tab is the one that asks, until `stop`: it takes that over when somebody begins to look at it, and
   * otherwise waits until the tab before is gone. Where the browser has no locks (plain HTTP), every tab asks.
   */
  async whileChosen(stop: AbortSignal, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    if (!('locks' in navigator)) return work(stop);

    let mayTakeOver = isLookedAt(), isChosen = false;
    let queue = new AbortController();
    const look = () => {
      if (isChosen || !isLookedAt()) return;
      mayTakeOver = true;
      queue.abort();
    };
    document.addEventListener('visibilitychange', look);
    stop.addEventListener('abort', () => queue.abort(), { once: true });

    while (!stop.aborted) {
      queue = new AbortController();
      const turn = new AbortController();
      let working = Promise.resolve();
      const options: LockOptions = mayTakeOver ? { steal: true } : { signal: queue.signal };
      // Only once for each look: two windows side by side would take it from each other for ever.
      mayTakeOver = false;
      try {
        await navigator.locks.request(`${Name}-poll`, options, () => {
          isChosen = true;
          return (working = work(AbortSignal.any([stop, turn.signal])));
        });
      } catch (failure) {
        if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
      }
      turn.abort();
      await working;
      isChosen = false;
    }
    document.removeEventListener('visibilitychange', look);
  }
}

const isLookedAt = () => document.visibilityState === 'visible';
