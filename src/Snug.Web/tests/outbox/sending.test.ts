// @vitest-environment node
// The browser's database and its files as they are elsewhere: happy-dom's files cannot be kept in a database.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { readEntries } from '../../src/outbox/entry';
import { arrived, begin, end, me, nothing, open, server, texts, until } from './rig';

beforeEach(begin);
afterEach(end);

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

test('what does not get through is told of at once', async () => {
  server.isAway = true;
  const missed = vi.fn();

  await open(nothing, missed).add({ room: 1, text: 'hello' });

  await until(() => expect(missed).toHaveBeenCalled());
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
