// @vitest-environment node
// The browser's database and its files as they are elsewhere: happy-dom's files cannot be kept in a database.
import 'fake-indexeddb/auto';
import { set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { storeOf } from '../../src/live/store';
import { readEntries, readLeftovers } from '../../src/outbox/entry';
import { Outbox } from '../../src/outbox/outbox.svelte';
import { Server } from './server';

let server: Server;
let me = { id: 0, name: '' };
let stop: AbortController;

beforeEach(() => {
  server = new Server();
  server.start();
  // Each test is somebody else, in the same browser.
  me = { id: me.id + 1, name: `guest${me.id + 1}` };
  stop = new AbortController();
  vi.stubGlobal('navigator', { locks: locks() });
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const nothing = () => undefined;

function open(tellOthers: () => void = nothing, missed: () => void = nothing): Outbox {
  const outbox = new Outbox(me, tellOthers, missed);
  void outbox.start(stop.signal);
  return outbox;
}

const file = (name: string, text = 'words') => ({ name, blob: new Blob([text], { type: 'text/plain' }) });
const texts = () => server.messages.map(({ text }) => text);
const until = (check: () => void) => vi.waitFor(check, { interval: 2 });
const arrived = (...expected: string[]) => until(() => expect(texts()).toEqual(expected));

test('what is said arrives once, in the order of its room', async () => {
  const outbox = open();

  for (const text of ['one', 'two', 'three']) await outbox.add({ room: 1, text });

  await arrived('one', 'two', 'three');
  await until(() => expect(outbox.entries.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']));
  expect(await readEntries(me)).toEqual([]);
});

test('a lost answer is asked for again, and the message is there once', async () => {
  server.posts.push('lost');
  const outbox = open();

  await outbox.add({ room: 1, text: 'hello' });
  await arrived('hello');
  outbox.hurry();

  await until(() => expect(outbox.entries[0]!.state).toBe('sent'));
  expect(texts()).toEqual(['hello']);
});

test('what the poll brings waits no more', async () => {
  const outbox = open();
  await outbox.add({ room: 1, text: 'hello' });
  await arrived('hello');

  outbox.settle([{ type: 'message', id: 1, room: 1, message: { ...server.messages[0]!, from: me } } as unknown as ChatEvent]);

  expect(outbox.entries).toEqual([]);
});

test('what is refused stays, and what was said after it goes on', async () => {
  server.posts.push({ status: 400, code: 'text-too-long' });
  const outbox = open();

  await outbox.add({ room: 1, text: 'too long' });
  await outbox.add({ room: 1, text: 'short' });

  await arrived('short');
  expect(outbox.entries[0]).toMatchObject({ state: 'failed', problem: 'text-too-long' });
  await outbox.retry(outbox.entries[0]!.nonce);
  await arrived('short', 'too long');
});

test('while the server is away all waits, and a reloaded page sends it in order', async () => {
  server.isAway = true;
  const before = open();
  await before.add({ room: 1, text: 'one', files: [file('a.txt')] });
  await before.add({ room: 1, text: 'two' });
  stop.abort();
  stop = new AbortController();
  server.isAway = false;

  open();

  await arrived('one', 'two');
  expect(server.messages[0]!.attachments).toEqual(['file-1']);
});

test('what does not get through is told of at once', async () => {
  server.isAway = true;
  const missed = vi.fn();

  await open(nothing, missed).add({ room: 1, text: 'hello' });

  await until(() => expect(missed).toHaveBeenCalled());
});

test('a server that is busy with files is asked again, and nothing overtakes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const busy = { status: 429, code: 'too-many-files' };
  server.files.push(busy, busy, busy);
  const outbox = open();
  await outbox.add({ room: 1, text: 'with a file', files: [file('a.txt')] });
  await outbox.add({ room: 1, text: 'after it' });

  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['with a file', 'after it']);
  });
});

describe('a server that', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));

  const everyFiveSeconds = (check: () => void) => vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5_000);
    check();
  }, { timeout: 5_000, interval: 2 });

  test('breaks down over a message is asked five times, ever more seldom; then what was said after it goes on', async () => {
    const broken = { status: 500, code: 'internal' };
    server.posts.push(broken, broken, broken, broken, broken);
    const outbox = open();
    const began = performance.now();
    await outbox.add({ room: 1, text: 'poison' });
    await outbox.add({ room: 1, text: 'after it' });

    await everyFiveSeconds(() => expect(texts()).toEqual(['after it']));

    expect(outbox.entries[0]).toMatchObject({ state: 'failed', problem: 'internal' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(75_000);
    await outbox.retry(outbox.entries[0]!.nonce);
    await everyFiveSeconds(() => expect(texts()).toEqual(['after it', 'poison']));
  });

  test('breaks down is not asked more often because somebody types on', async () => {
    server.posts.push(...Array.from({ length: 9 }, () => ({ status: 500, code: 'internal' })));
    const outbox = open();

    for (let count = 0; count < 9; count++) {
      await outbox.add({ room: 1, text: `message ${count}` });
      await vi.advanceTimersByTimeAsync(100);
    }

    await until(() => expect(server.posts.length).toBe(8));
    expect(outbox.entries.map(({ state }) => state)).not.toContain('failed');
  });

  test('is away for long is asked until it is back', async () => {
    server.posts.push(...Array.from({ length: 9 }, () => ({ status: 503, code: 'unavailable' })));
    const outbox = open();

    await outbox.add({ room: 1, text: 'hello' });

    await everyFiveSeconds(() => expect(texts()).toEqual(['hello']));
  });
});

test.each([[413, 'too-large'], [413, 'no-space']])('a file that is refused for good (%i %s) is told of, and keeps nobody waiting', async (status, code) => {
  server.files.push({ status, code });
  const outbox = open();

  await outbox.add({ room: 1, text: 'with a file', files: [file('a.txt')] });
  await outbox.add({ room: 1, text: 'after it' });

  await arrived('after it');
  expect(outbox.entries[0]).toMatchObject({ state: 'failed', problem: code });
});

test('files go in their order, and each only once though the second has to wait', async () => {
  server.files.push(null, { status: 503, code: 'unavailable' });
  const outbox = open();
  await outbox.add({ room: 1, text: '', files: [file('a.txt'), file('b.txt')] });
  await until(() => expect(server.files).toEqual([]));

  await until(() => {
    outbox.hurry();
    expect(server.messages.length).toBe(1);
  });

  expect(server.uploads).toEqual(['a.txt', 'b.txt']);
  expect(server.messages[0]!.attachments).toEqual(['file-1', 'file-2']);
});

test('a file that the server has forgotten is sent anew by itself', async () => {
  server.posts.push({ status: 503, code: 'unavailable' }, { status: 400, code: 'invalid-attachment' });
  const outbox = open();
  await outbox.add({ room: 1, text: 'look', files: [file('a.txt')] });

  await until(() => {
    outbox.hurry();
    expect(texts()).toEqual(['look']);
  });

  expect(server.uploads).toEqual(['a.txt', 'a.txt']);
  expect(server.messages[0]!.attachments).toEqual(['file-2']);
});

test('a file that is gone from the disk, and not kept either, is told of and keeps nobody waiting', async () => {
  keepNothing();
  const gone = { name: 'gone.txt', blob: new Blob(['x']) };
  gone.blob.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as unknown as Blob;
  const outbox = open();

  await outbox.add({ room: 1, text: 'look', files: [gone] });
  await outbox.add({ room: 1, text: 'after it' });

  await arrived('after it');
  expect(outbox.entries[0]).toMatchObject({ state: 'failed', problem: 'unreadable-file' });
});

test('what is cancelled in mid-upload leaves nothing, and what was said after it goes on', async () => {
  server.held = [];
  const outbox = open();
  await outbox.add({ room: 1, text: 'with a file', files: [file('a.txt')] });
  await outbox.add({ room: 1, text: 'after it' });
  await until(() => expect(outbox.progress.get(outbox.entries[0]!.nonce)).toBe(0.5));

  await outbox.cancel(outbox.entries[0]!.nonce);

  await arrived('after it');
  expect(server.uploads).toEqual([]);
  expect(outbox.progress.size).toBe(0);
  expect(await readEntries(me)).toEqual([]);
});

test('what is cancelled while its message is on the way is taken back on the server', async () => {
  let answer = () => {};
  server.answering = new Promise((resolve) => (answer = resolve));
  const outbox = open();
  await outbox.add({ room: 1, text: 'oh no' });
  await arrived('oh no');

  await outbox.cancel(outbox.entries[0]!.nonce);
  answer();

  await arrived();
  expect(outbox.entries).toEqual([]);
});

test('of two tabs one sends, and both show the same', async () => {
  const tabs: Outbox[] = [];
  const tell = (from: number) => () => tabs.forEach((tab, index) => index !== from && void tab.reread());
  tabs.push(open(tell(0)), open(tell(1)));

  await tabs[0]!.add({ room: 1, text: 'from one', files: [file('a.txt')] });
  // Nobody types in two tabs within a millisecond: then neither would be the first.
  await until(() => expect(tabs[1]!.entries.length).toBe(1));
  await tabs[1]!.add({ room: 1, text: 'from the other' });

  await arrived('from one', 'from the other');
  expect(server.uploads).toEqual(['a.txt']);
});

test('what another tab takes back in mid-upload is not sent', async () => {
  server.held = [];
  const tabs: Outbox[] = [];
  const tell = (from: number) => () => tabs.forEach((tab, index) => index !== from && void tab.reread());
  tabs.push(open(tell(0)), open(tell(1)));
  await tabs[0]!.add({ room: 1, text: 'with a file', files: [file('a.txt')] });
  await until(() => expect(tabs[1]!.entries.length).toBe(1));
  await until(() => expect(server.held!.length).toBe(1));

  await tabs[1]!.cancel(tabs[1]!.entries[0]!.nonce);
  await until(() => expect(tabs[0]!.entries).toEqual([]));
  await tabs[0]!.add({ room: 1, text: 'after it' });

  await arrived('after it');
  expect(server.uploads).toEqual([]);
});

test('who has left says nothing more', async () => {
  server.isAway = true;
  const outbox = open();
  await outbox.add({ room: 1, text: 'too late' });
  stop.abort();
  server.isAway = false;

  outbox.hurry();
  await outbox.reread();

  expect(texts()).toEqual([]);
});

test('a browser that keeps nothing sends all the same', async () => {
  keepNothing();
  const outbox = open();

  await outbox.add({ room: 1, text: 'hello', files: [file('a.txt')] });

  await arrived('hello');
});

test('what somebody could not say under an old name is said under the new one, its files sent anew', async () => {
  const unavailable = { status: 503, code: 'unavailable' };
  server.posts.push(unavailable, unavailable, unavailable);
  const before = open();
  await before.add({ room: 1, text: 'look', files: [file('a.txt')] });
  await until(() => expect(server.posts.length).toBeLessThan(3));
  stop.abort();
  stop = new AbortController();
  server.posts.length = 0;
  const old = me.name;
  me = { id: me.id, name: 'another' };

  const outbox = open();
  await outbox.adopt((await readLeftovers(me)).filter((entry) => entry.name === old));

  await arrived('look');
  expect(server.uploads).toEqual(['a.txt', 'a.txt']);
});

test('what was said under another name is not said under this one by itself', async () => {
  server.isAway = true;
  await open().add({ room: 1, text: 'from before' });
  stop.abort();
  stop = new AbortController();
  // Another chat at the same address counts its users from one, too.
  me = { id: me.id, name: 'somebody' };
  server.isAway = false;

  const outbox = open();
  await outbox.add({ room: 1, text: 'from now' });

  await arrived('from now');
});

function keepNothing() {
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
}

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

test('an answer that is not the chat\'s does not pass for the message being stored, nor end the sending', async () => {
  const honest = globalThis.fetch;
  const strange = ['', '{}', 'null'];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => (strange.length > 0 ? new Response(strange.shift(), { status: 200 }) : honest(path, init)));
  const outbox = open();

  await outbox.add({ room: 1, text: 'one' });

  await until(() => {
    outbox.hurry();
    expect(texts()).toEqual(['one']);
  });
});

test('a fault of the page is told, and does not end the sending', async () => {
  const told = vi.fn();
  vi.stubGlobal('reportError', told);
  vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => {
    throw new TypeError('a fault');
  });
  const outbox = open();

  await outbox.add({ room: 1, text: 'one' });
  await until(() => expect(told).toHaveBeenCalledWith(new TypeError('a fault')));
  outbox.hurry();

  await arrived('one');
});

test('what something else has left in the database is passed over', async () => {
  const store = storeOf('snug-outbox', 'entries');
  for (const [key, strange] of Object.entries({ a: null, b: 'words', c: { nonce: 'c' }, d: { nonce: 'd', room: 1, text: 'x', files: 'none' } })) await set(key, strange, store);
  const outbox = open();

  await outbox.add({ room: 1, text: 'one' });

  await arrived('one');
});

test('where the browser throws instead of keeping anything, what is said is sent all the same', async () => {
  vi.resetModules();
  const { Outbox: Fresh } = await import('../../src/outbox/outbox.svelte');
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError');
  });
  const outbox = new Fresh(me, nothing, nothing);
  void outbox.start(stop.signal);

  await outbox.add({ room: 1, text: 'one' });

  await arrived('one');
});
