// @vitest-environment node
// The browser's database and its files as they are elsewhere: happy-dom's files cannot be kept in a database.
import { set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storeOf } from '../../src/live/store';
import { readLeftovers } from '../../src/outbox/entry';
import { arrived, begin, end, file, keepNothing, leave, me, nothing, open, openTwo, rename, server, texts, until } from './rig';

beforeEach(begin);
afterEach(end);

test('of two tabs one sends, and both show the same', async () => {
  const [one, other] = openTwo();

  await one.add({ room: 1, text: 'from one', files: [file('a.txt')] });
  // Nobody types in two tabs within a millisecond: then neither would be the first.
  await until(() => expect(other.entries.length).toBe(1));
  await other.add({ room: 1, text: 'from the other' });

  await arrived('from one', 'from the other');
  expect(server.uploads).toEqual(['a.txt']);
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
  leave();
  server.posts.length = 0;
  const old = me.name;
  rename('another');

  const outbox = open();
  await outbox.adopt((await readLeftovers(me)).filter((entry) => entry.name === old));

  await arrived('look');
  expect(server.uploads).toEqual(['a.txt', 'a.txt']);
});

test('what was said under another name is not said under this one by itself', async () => {
  server.isAway = true;
  await open().add({ room: 1, text: 'from before' });
  leave();
  // Another chat at the same address counts its users from one, too.
  rename('somebody');
  server.isAway = false;

  const outbox = open();
  await outbox.add({ room: 1, text: 'from now' });

  await arrived('from now');
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
  const outbox = open(nothing, nothing, Fresh);

  await outbox.add({ room: 1, text: 'one' });

  await arrived('one');
});

test('while the server is away all waits, and a reloaded page sends it in order', async () => {
  server.isAway = true;
  const before = open();
  await before.add({ room: 1, text: 'one', files: [file('a.txt')] });
  await before.add({ room: 1, text: 'two' });
  leave();
  server.isAway = false;

  open();

  await arrived('one', 'two');
  expect(server.messages[0]!.attachments).toEqual(['file-1']);
});

test('who has left says nothing more', async () => {
  server.isAway = true;
  const outbox = open();
  await outbox.add({ room: 1, text: 'too late' });
  leave();
  server.isAway = false;

  outbox.hurry();
  await outbox.reread();

  expect(texts()).toEqual([]);
});
