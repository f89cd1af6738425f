// An outbox at a server, in a browser that keeps things, for the tests beside this file: they begin with `begin` and end with `end`.
import 'fake-indexeddb/auto';
import { expect, vi } from 'vitest';
import { Outbox } from '../../src/outbox/outbox.svelte';
import { Server } from './server';

export let server: Server;
/** Who uses the outbox: somebody else in each test, in the same browser. */
export let me = { id: 0, name: '' };
let stop: AbortController;

export function begin(): void {
  server = new Server();
  server.start();
  me = { id: me.id + 1, name: `guest${me.id + 1}` };
  stop = new AbortController();
  vi.stubGlobal('navigator', { locks: locks() });
}

export function end(): void {
  stop.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}

export const nothing = () => undefined;

export function open(tellOthers: () => void = nothing, missed: () => void = nothing, Made = Outbox): Outbox {
  const outbox = new Made(me, tellOthers, missed);
  void outbox.start(stop.signal);
  return outbox;
}

/** Two tabs of one browser, which tell each other what they do. */
export function openTwo(): [Outbox, Outbox] {
  const tabs: Outbox[] = [];
  const tell = (from: number) => () => tabs.forEach((tab, index) => index !== from && void tab.reread());
  tabs.push(open(tell(0)), open(tell(1)));
  return [tabs[0]!, tabs[1]!];
}

/** Whoever has opened an outbox goes; it may be opened again. */
export function leave(): void {
  stop.abort();
  stop = new AbortController();
}

/** The same person, as the server counts, under another name. */
export function rename(name: string): void {
  me = { id: me.id, name };
}

export function keepNothing(): void {
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
}

export const file = (name: string, text = 'words') => ({ name, blob: new Blob([text], { type: 'text/plain' }) });
export const texts = () => server.messages.map(({ text }) => text);
export const until = (check: () => void) => vi.waitFor(check, { interval: 2 });
export const arrived = (...expected: string[]) => until(() => expect(texts()).toEqual(expected));

// One after the other, by name, as browsers give them out.
function locks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
      const turn = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(() => {
        signal?.throwIfAborted();
        return work();
      });
      last.set(name, turn);
      return turn;
    },
  };
}
