// @vitest-environment node
import 'fake-indexeddb/auto';
import { set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetSnapshot, readSnapshot, SnapshotKeeper, type Snapshot } from '../../src/live/snapshot';
import { storeOf } from '../../src/live/store';
import { emptyChat, emptyRoom } from '../../src/state/chat';
import { message } from '../made';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const lobby = { id: 1, name: 'lobby', topic: '', kind: 'public', archived: false, joined: true, unread: 0, mentions: 0, lastId: 0, readUpTo: 0 } as const;
const chat = { ...emptyChat({ id: 1, name: 'cindy', role: 'guest' } as Snapshot['chat']['me']), rooms: new Map([[1, emptyRoom(lobby)]]) };
const snapshot: Snapshot = { chat, limits: { messageLength: 4000, uploadBytes: 1 }, cursor: 'c1' };
const put = (kept: unknown) => set('last', kept, storeOf('snug-read', 'snapshot'));

test('what was read last is read again', async () => {
  await new SnapshotKeeper(() => snapshot).keepNow();

  expect(await readSnapshot()).toEqual(snapshot);
});

test.each([
  ['two seconds', 1, 2_000],
  ['ten seconds where there are ten thousand messages', 100, 10_000],
])('a change is kept within %s', async (_, rooms, soon) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const messages = Array.from({ length: 100 }, (_, index) => message(index + 1));
  const many = new Map(Array.from({ length: rooms }, (_, id) => [id + 1, { ...emptyRoom({ ...lobby, id: id + 1 }), messages }]));
  const keeper = new SnapshotKeeper(() => ({ ...snapshot, chat: { ...chat, rooms: many } }));
  const keep = vi.spyOn(keeper, 'keepNow').mockResolvedValue();

  keeper.keepSoon();
  keeper.keepSoon();
  vi.advanceTimersByTime(soon - 1);
  expect(keep).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(keep).toHaveBeenCalledOnce();
});

test.each([
  ['nothing', { version: 1, snapshot: {} }],
  ['rooms of another shape', { version: 1, snapshot: { ...snapshot, chat: { ...chat, rooms: { 1: {} } } } }],
  ['a room without its name', { version: 1, snapshot: { ...snapshot, chat: { ...chat, rooms: new Map([[1, {}]]) } } }],
  ['no limits', { version: 1, snapshot: { chat } }],
  ['another version', { version: 0, snapshot }],
  ['words', 'words'],
])('%s in its place is not read', async (_, kept) => {
  await put(kept);

  expect(await readSnapshot()).toBeNull();
});

test('a browser that throws instead of keeping anything has nothing to read or forget', async () => {
  await put({ version: 1, snapshot });
  vi.resetModules();
  const { readSnapshot: read, forgetSnapshot: forget } = await import('../../src/live/snapshot');
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError');
  });

  expect(await read()).toBeNull();
  await expect(forget()).resolves.toBeUndefined();
  vi.restoreAllMocks();
  await forgetSnapshot();
});
