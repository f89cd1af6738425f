import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { search } from '../../src/api/calls';
import { Unreachable } from '../../src/api/http';
import type { ChatEvent } from '../../src/api/types';
import { Finder } from '../../src/search/finder.svelte';
import { message } from '../made';

vi.mock('../../src/api/calls');
const asked = vi.mocked(search);
const page = (ids: number[], next?: number) => ({ messages: ids.map((id) => message(id, { text: 'pizza' })), more: next !== undefined, next: next ?? null });
const rest = () => vi.advanceTimersByTimeAsync(300);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  asked.mockReset();
  vi.useRealTimers();
});

test('only what is typed when the typing rests is searched for', async () => {
  asked.mockResolvedValue(page([7]));
  const finder = new Finder();

  finder.look('pi');
  finder.look('piz');
  await rest();

  expect(asked.mock.calls).toEqual([['piz', undefined, undefined]]);
  expect(finder.found.map(({ id }) => id)).toEqual([7]);
  expect(finder.isLooking).toBe(false);
});

test('an answer that comes after another question is dropped', async () => {
  let answerFirst = (_: ReturnType<typeof page>) => {};
  asked.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
  asked.mockResolvedValueOnce(page([2]));
  const finder = new Finder();
  finder.look('first');
  await rest();

  finder.look('second');
  await rest();
  answerFirst(page([1]));
  await rest();

  expect(finder.words).toBe('second');
  expect(finder.found.map(({ id }) => id)).toEqual([2]);
});

test('pages without finds are gone through by itself, a few', async () => {
  asked.mockResolvedValue(page([]));
  for (let before = 900; before > 0; before -= 100) asked.mockResolvedValueOnce(page([], before));
  const finder = new Finder();

  finder.look('rare');
  await rest();

  expect(asked).toHaveBeenCalledTimes(5);
  expect(finder.next).toBe(500);
  finder.more();
  await rest();
  expect(asked.mock.calls[5]).toEqual(['rare', undefined, 500]);
});

test('what was found stays when going on fails, and trying again goes on from there', async () => {
  asked.mockResolvedValueOnce(page([9], 9)).mockRejectedValueOnce(new Unreachable('gone')).mockResolvedValueOnce(page([4]));
  const finder = new Finder();
  finder.look('pizza', 3);
  await rest();
  expect(finder.problem).not.toBe('');
  expect(finder.found.map(({ id }) => id)).toEqual([9]);

  finder.retry();
  await rest();

  expect(asked).toHaveBeenLastCalledWith('pizza', 3, 9);
  expect(finder.found.map(({ id }) => id)).toEqual([9, 4]);
  expect(finder.problem).toBe('');
});

test('what is deleted is found no more, also by a page that is on its way, and what is edited is shown as it is now', async () => {
  let answer = (_: ReturnType<typeof page>) => {};
  asked.mockResolvedValueOnce(page([9, 8], 8));
  asked.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const finder = new Finder();
  finder.look('pizza');
  await rest();

  finder.hear([
    { type: 'deleted', id: 10, room: 1, messageId: 9 },
    { type: 'deleted', id: 11, room: 1, messageId: 7 },
    { type: 'edited', id: 12, room: 1, message: message(8, { text: 'pizza, please' }) },
  ] as ChatEvent[]);
  answer(page([7, 6]));
  await rest();

  expect(finder.found.map(({ id, text }) => [id, text])).toEqual([[8, 'pizza, please'], [6, 'pizza']]);
});
