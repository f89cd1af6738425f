import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../src/outbox/entry';
import { fakeNetwork, settle } from '../live/rig';
import { cindy, ethan, said } from '../state/sample';

// What the browser's database holds: it outlives the page.
const database = new Map<string, Entry>();
let isFull = false;
vi.mock('../../src/outbox/entry', () => ({
  readEntries: async (me: { id: number; name: string }) => [...database.values()].filter(({ user, name }) => user === me.id && name === me.name),
  keepEntry: async (entry: Entry) => {
    if (isFull) throw new Error('no room');
    database.set(entry.nonce, entry);
  },
  dropEntry: async (nonce: string) => void database.delete(nonce),
}));
const { Outbox } = await import('../../src/outbox/outbox.svelte');

// Node 20 does not have it; every browser that the page is built for has.
(Map as { groupBy?: unknown }).groupBy ??= (items: Iterable<Entry>, keyOf: (item: Entry) => number) => {
  const groups = new Map<number, Entry[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

let network: ReturnType<typeof fakeNetwork>;
const stops: AbortController[] = [];

async function open(me = cindy) {
  const stop = new AbortController();
  stops.push(stop);
  const outbox = new Outbox(me, () => undefined);
  void outbox.start(stop.signal);
  await settle();
  return { outbox, close: () => stop.abort() };
}

const bodies: { text: string; nonce: string }[] = [];
const texts = () => bodies.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  network = fakeNetwork();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)) as { text: string; nonce: string });
    return fetch(path, init);
  });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop.abort();
  await settle();
  database.clear();
  bodies.length = 0;
  isFull = false;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what is said', () => {
  test('is sent in the order it was said in, one after the other', async () => {
    const { outbox } = await open();
    for (const text of ['one', 'two', 'three']) await outbox.add({ room: 1, text });
    await settle();
    expect(texts()).toEqual(['one']);

    for (let number = 0; number < 3; number++) await network.last().answer(201, {});

    expect(texts()).toEqual(['one', 'two', 'three']);
    expect(database.size).toBe(0);
  });

  test('is sent again under the same mark when its answer was lost', async () => {
    const { outbox } = await open();
    await outbox.add({ room: 1, text: 'one' });
    await settle();
    await network.last().fail();
    await vi.advanceTimersByTimeAsync(5_000);
    await network.last().answer(200, {});

    expect(texts()).toEqual(['one', 'one']);
    expect(bodies[0]!.nonce).toBe(bodies[1]!.nonce);
    expect(outbox.entries.map(({ state }) => state)).toEqual(['sent']);
  });

  test('goes through a reload of the page', async () => {
    const before = await open();
    await before.outbox.add({ room: 1, text: 'one' });
    await settle();
    before.close();
    await settle();

    await open();

    expect(texts()).toEqual(['one', 'one']);
  });

  test('is shown until it is heard of', async () => {
    const { outbox } = await open();
    await outbox.add({ room: 1, text: 'one' });
    await settle();
    await network.last().answer(201, {});
    expect(outbox.entries).toHaveLength(1);

    outbox.settle([said(9, { from: { id: cindy.id, name: cindy.name }, nonce: bodies[0]!.nonce })]);

    expect(outbox.entries).toHaveLength(0);
  });

  test('waits for somebody to decide once it is refused, and lets the next one through', async () => {
    const { outbox } = await open();
    await outbox.add({ room: 1, text: 'much too long' });
    await outbox.add({ room: 1, text: 'short' });
    await settle();
    await network.last().answer(400, { code: 'text-too-long' });
    await network.last().answer(201, {});

    expect(outbox.entries.map(({ state, problem }) => [state, problem])).toEqual([['failed', 'text-too-long'], ['sent', undefined]]);
  });

  test('is sent even where the browser keeps nothing', async () => {
    isFull = true;
    const { outbox } = await open();
    await outbox.add({ room: 1, text: 'one' });
    await settle();

    expect(texts()).toEqual(['one']);
  });
});

describe('what was said under another name', () => {
  const left = (change: Partial<Entry> = {}): Entry =>
    ({ nonce: 'n', user: ethan.id, name: ethan.name, room: 1, at: 1, text: 'from before', files: [], state: 'waiting', ...change });

  test('is not sent under this one', async () => {
    database.set('n', left());
    // Another chat at the same address counts its users from one, too.
    database.set('m', left({ nonce: 'm', user: cindy.id, name: 'somebody' }));
    await open();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(texts()).toEqual([]);
    expect(database.size).toBe(2);
  });

  test('is sent once somebody says so', async () => {
    const entry = left({ state: 'failed', problem: 'not-joined' });
    database.set('n', entry);
    const { outbox } = await open();
    await outbox.adopt([entry]);
    await settle();

    expect(texts()).toEqual(['from before']);
    expect(database.get('n')).toMatchObject({ user: cindy.id, name: 'cindy', state: 'waiting' });
  });
});
