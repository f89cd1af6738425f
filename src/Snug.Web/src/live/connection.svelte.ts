import type { Pace } from './poller';

/** Whether the server is there, as far as the page knows. */
export class Connection {
  status = $state<'connecting' | 'online' | 'offline'>('connecting');
  /** When the next try is, in milliseconds since the epoch; null while one is under way or none is needed. */
  nextTry = $state<number | null>(null);

  reached(): void {
    this.status = 'online';
    this.nextTry = null;
  }

  lost(seconds: number): void {
    this.status = 'offline';
    this.nextTry = Date.now() + seconds * 1000;
  }
}

/** How the page asks: long polls while somebody looks, slower ones in the background, seldom when it should save data. */
export function pace(isLookedAt: boolean, isSaving: boolean): Pace {
  if (isSaving) return { wait: 0, rest: isLookedAt ? 20 : 120 };
  // In the background news may be some seconds old; the server takes somebody for gone after ten without a question.
  return isLookedAt ? { wait: 25, rest: 0.15 } : { wait: 50, rest: 6 };
}
