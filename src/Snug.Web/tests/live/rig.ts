// A network and neighbours that a test holds in its hand.
import { vi } from 'vitest';

export interface Asked {
  readonly path: string;
  readonly signal: AbortSignal;
  answer(status: number, body?: unknown, headers?: Record<string, string>): Promise<void>;
  /** The network is gone. */
  fail(): Promise<void>;
}

/** Lets everything that waits for nothing but its turn go on. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** @returns the requests that have been made, in their order; those with a signal that ended are gone from `open`. */
export function fakeNetwork(): { readonly asked: Asked[]; readonly last: () => Asked } {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => new Promise<Response>((resolve, reject) => {
    const signal = init.signal!;
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    asked.push({
      path, signal,
      answer: async (status, body, headers = {}) => {
        resolve(new Response(status === 204 ? null : JSON.stringify(body), { status, headers }));
        await settle();
      },
      fail: async () => {
        reject(new TypeError('Failed to fetch'));
        await settle();
      },
    });
  }));
  return { asked, last: () => asked.at(-1)! };
}

class Request {
  resolve!: (value: unknown) => void;
  reject!: (reason: unknown) => void;
  readonly done = new Promise<unknown>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor(readonly options: LockOptions, readonly work: () => Promise<unknown>) {}
}

/** Web locks of one name, as the tabs of one browser share them. */
export class FakeLocks {
  private holder: Request | null = null;
  private queue: Request[] = [];

  request(_: string, options: LockOptions, work: () => Promise<unknown>): Promise<unknown> {
    const request = new Request(options, work);
    if (options.steal) this.steal(request);
    else this.queueUp(request);
    return request.done;
  }

  private steal(request: Request): void {
    this.holder?.reject(new DOMException('stolen', 'AbortError'));
    this.hold(request);
  }

  private queueUp(request: Request): void {
    request.options.signal?.addEventListener('abort', () => {
      if (!this.queue.includes(request)) return;
      this.queue = this.queue.filter((other) => other !== request);
      request.reject(new DOMException('aborted', 'AbortError'));
    });
    this.queue.push(request);
    if (!this.holder) this.hold(this.queue.shift()!);
  }

  private hold(request: Request): void {
    this.holder = request;
    void Promise.resolve().then(request.work).then((value) => {
      request.resolve(value);
      if (this.holder !== request) return;
      this.holder = null;
      const next = this.queue.shift();
      if (next) this.hold(next);
    });
  }
}

/** Broadcast channels that reach each other at once. */
export class FakeChannel {
  static open: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    FakeChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of [...FakeChannel.open]) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }

  close(): void {
    FakeChannel.open = FakeChannel.open.filter((other) => other !== this);
  }
}

export function setVisible(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: isVisible ? 'visible' : 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}
