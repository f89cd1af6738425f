// @vitest-environment node
// The browser's database and its files as they are elsewhere: happy-dom's files cannot be kept in a database.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readEntries } from '../../src/outbox/entry';
import { arrived, begin, end, file, keepNothing, me, open, openTwo, server, texts, until } from './rig';

beforeEach(begin);
afterEach(end);

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

test('what another tab takes back in mid-upload is not sent', async () => {
  server.held = [];
  const [one, other] = openTwo();
  await one.add({ room: 1, text: 'with a file', files: [file('a.txt')] });
  await until(() => expect(other.entries.length).toBe(1));
  await until(() => expect(server.held!.length).toBe(1));

  await other.cancel(other.entries[0]!.nonce);
  await until(() => expect(one.entries).toEqual([]));
  await one.add({ room: 1, text: 'after it' });

  await arrived('after it');
  expect(server.uploads).toEqual([]);
});
