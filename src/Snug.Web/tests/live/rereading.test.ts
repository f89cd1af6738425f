import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rereading } from '../../src/live/rereading';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reading that takes 100 milliseconds. */
function readings() {
  const read = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));
  return { read, reading: new Rereading(read) };
}

test('what is wanted for the first time, or after a rest, is read at once', async () => {
  const { read, reading } = readings();

  await Promise.all([reading.again(), vi.advanceTimersByTimeAsync(100)]);
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all([reading.again(), vi.advanceTimersByTimeAsync(100)]);

  expect(read).toHaveBeenCalledTimes(2);
});

test('what is wanted all the time is read with a rest after each reading', async () => {
  const { read, reading } = readings();

  const wanted = setInterval(() => void reading.again(), 10);
  await vi.advanceTimersByTimeAsync(11_000);
  clearInterval(wanted);

  expect(read).toHaveBeenCalledTimes(10);
});

test('who wants it while it is being read gets what was read after that', async () => {
  const { read, reading } = readings();
  void reading.again();
  await vi.advanceTimersByTimeAsync(50);
  const isOver = vi.fn();

  void reading.again().then(isOver);
  await vi.advanceTimersByTimeAsync(1_100);
  expect([read.mock.calls.length, isOver.mock.calls.length]).toEqual([2, 0]);
  await vi.advanceTimersByTimeAsync(100);

  expect(isOver).toHaveBeenCalledOnce();
});

test('a reading that fails fails for who wanted it, and the next one rests all the same', async () => {
  const read = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
  const reading = new Rereading(read);

  await expect(reading.again()).rejects.toThrow('no');
  const next = reading.again();
  await vi.advanceTimersByTimeAsync(999);
  expect(read).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1);

  await expect(next).resolves.toBeUndefined();
  expect(read).toHaveBeenCalledTimes(2);
});

test('what is forgotten is not read, and what is wanted later is', async () => {
  const { read, reading } = readings();
  await Promise.all([reading.again(), vi.advanceTimersByTimeAsync(100)]);
  const planned = reading.again();

  reading.forget();
  await planned;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledOnce();
  void reading.again();
  await vi.advanceTimersByTimeAsync(0);

  expect(read).toHaveBeenCalledTimes(2);
});
