import { isLookedAt } from '../live/looked-at';

/**
 * Of several tabs one calls: the one that was looked at last, and when it is gone another. Where the browser has no locks (plain HTTP)
 * each would, but there are no notifications there either.
 */
export class Turn {
  isOurs = !('locks' in navigator);

  /** Takes the turn when somebody looks at the page, and otherwise queues for it, until `stop`. */
  async keep(stop: AbortSignal): Promise<void> {
    if (!('locks' in navigator)) return;
    let queue = new AbortController();
    const take = () => isLookedAt() && !this.isOurs && queue.abort();
    document.addEventListener('visibilitychange', take);
    stop.addEventListener('abort', () => queue.abort(), { once: true });
    let takesOver = isLookedAt();

    while (!stop.aborted) {
      queue = new AbortController();
      try {
        await navigator.locks.request('snug-call', takesOver ? { steal: true } : { signal: queue.signal }, () => this.hold(stop));
      } catch (failure) {
        if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
        // Either another tab took it, or somebody looks here now.
        takesOver = !this.isOurs && isLookedAt();
      }
      this.isOurs = false;
    }
    document.removeEventListener('visibilitychange', take);
  }

  private async hold(stop: AbortSignal): Promise<void> {
    this.isOurs = true;
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  }
}
