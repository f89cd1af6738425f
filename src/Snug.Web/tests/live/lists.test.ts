import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { Lists } from '../../src/live/lists';
import { chatOf, cindy, ethan, message, user } from '../made';

const asked = vi.fn(() => Promise.resolve(Response.json({ users: [] })));
const noor = user(3, 'noor', { here: false });

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const listsOf = (mayAsk = true) => {
  let chat = chatOf([]);
  return new Lists({ isStale: () => false, mayAsk: () => mayAsk, change: (change) => void (chat = change(chat)) });
};
const saidBy = (who: typeof cindy, ago = 0): ChatEvent =>
  ({ type: 'message', id: 7, room: 1, message: message(7, { from: { id: who.id, name: who.name }, at: new Date(Date.now() - ago).toISOString() }) }) as ChatEvent;

test('who says something and was not known to be here has the list read once, soon', async () => {
  const lists = listsOf();

  lists.heard([saidBy(noor)], [cindy, ethan, noor]);
  lists.heard([saidBy(noor)], [cindy, ethan, noor]);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(asked).toHaveBeenCalledOnce();
});

test.each([
  ['somebody who is known to be here', true, ethan, 0],
  ['somebody who spoke long ago', true, noor, 60_000],
  ['anybody, where data are saved', false, noor, 0],
])('%s has nothing read', async (_, mayAsk, who, ago) => {
  listsOf(mayAsk).heard([saidBy(who, ago)], [cindy, ethan, noor]);
  await vi.advanceTimersByTimeAsync(5_000);

  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['fifteen seconds', 1, 15_000],
  ['fifty seconds where there are a thousand', 1_000, 50_000],
  ['five minutes where there are twenty thousand', 20_000, 300_000],
])('the list is read each %s', async (_, people, every) => {
  asked.mockImplementation(() => Promise.resolve(Response.json({ users: Array.from({ length: people }, (_, id) => user(id, `user${id}`)) })));
  const lists = listsOf();
  await lists.readPeople();
  const stop = new AbortController();
  lists.start(stop.signal);

  await vi.advanceTimersByTimeAsync(every - 1);
  expect(asked).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1 + every);
  expect(asked).toHaveBeenCalledTimes(3);

  stop.abort();
  await vi.advanceTimersByTimeAsync(5 * every);
  expect(asked).toHaveBeenCalledTimes(3);
});

test('rooms that are stale again whenever they were read are read with a rest between, and the people once they are not', async () => {
  const paths: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path);
    return Promise.resolve(Response.json({ rooms: [], users: [] }));
  });
  let [chat, isStale] = [chatOf([]), true];
  const lists = new Lists({ isStale: () => isStale, mayAsk: () => true, change: (change) => void (chat = change(chat)) });

  const wanted = setInterval(() => void lists.readRooms(), 10);
  await vi.advanceTimersByTimeAsync(5_500);
  expect(paths).toHaveLength(6);
  clearInterval(wanted);
  isStale = false;
  await vi.advanceTimersByTimeAsync(5_000);

  expect(paths.map((path) => path.split('?')[0])).toEqual([...Array<string>(7).fill('/api/rooms'), '/api/users']);
});
