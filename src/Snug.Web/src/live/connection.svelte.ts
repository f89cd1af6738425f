import type { Pace } from './poller';

/** What the tab that asks tells the others about the server. */
export interface Reach {
  readonly status: 'connecting' | 'online' | 'offline';
  /** When the next try is, in milliseconds since the epoch; null where none is needed. */
  readonly nextTry: number | null;
}

/** Whether the server is there, as far as the page knows. */
export class Connection {
  current = $state.raw<Reach>({ status: 'connecting', nextTry: null });

  get status(): Reach['status'] {
    return this.current.status;
  }

  get nextTry(): number | null {
    return this.current.nextTry;
  }

  reached(): void {
    if (this.status !== 'online') this.current = { status: 'online', nextTry: null };
  }

  lost(seconds: number): void {
    this.current = { status: 'offline', nextTry: Date.now() + seconds * 1000 };
  }
}

export interface Circumstances {
  readonly isLookedAt: boolean;
  readonly isSaving: boolean;
  /** Whether the server answered when it was asked last. */
  readonly isOnline: boolean;
  /** Whether only one of the browser's tabs asks at a time. */
  readonly isOnlyOne: boolean;
}

/** How the page asks: long polls while somebody looks, slower ones in the background, seldom when it should save data. */
export function pace({ isLookedAt, isSaving, isOnline, isOnlyOne }: Circumstances): Pace {
  // Whether the server is back, an answer tells that is not held.
  if (!isOnline) return { wait: 0, rest: 0 };
  // Where every tab asks, a wait in the background would end the wait of the tab that is looked at.
  if (!isOnlyOne && !isLookedAt) return { wait: 0, rest: isSaving ? 120 : 15 };
  // An answer that is held costs less than several that say nothing; what comes is then heard in batches.
  if (isSaving) return { wait: 50, rest: isLookedAt ? 20 : 120 };
  // In the background news may be some seconds old; the server takes somebody for gone after ten without a question.
  return isLookedAt ? { wait: 25, rest: 0.15 } : { wait: 50, rest: 6 };
}
