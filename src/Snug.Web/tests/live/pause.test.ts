import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pause } from '../../src/live/pause';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a rest ends when its time is over', async () => {
  const over = vi.fn();
  void new Pause().for(2).then(over);

  await vi.advanceTimersByTimeAsync(1_999);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);

  expect(over).toHaveBeenCalledOnce();
});

test('a rest without an end ends when it is ended', async () => {
  const pause = new Pause(), over = vi.fn();
  void pause.for(Infinity).then(over);
  await vi.advanceTimersByTimeAsync(1e9);
  expect(over).not.toHaveBeenCalled();

  pause.end();
  await vi.advanceTimersByTimeAsync(0);

  expect(over).toHaveBeenCalledOnce();
});

test('what was ended before it began does not begin, and the next rest does', async () => {
  const pause = new Pause(), over = vi.fn();
  pause.end();
  await pause.for(60);

  void pause.for(60).then(over);
  await vi.advanceTimersByTimeAsync(59_000);

  expect(over).not.toHaveBeenCalled();
});
