import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForSleep } from '../../src/live/wake';

const woke = vi.fn();
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  watchForSleep(stop.signal, woke);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  woke.mockClear();
});

test('a machine that slept is noticed by its clock', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(woke).toHaveBeenCalledOnce();
});

test('timers that the browser slows down in the background are no sleep', async () => {
  for (let minute = 0; minute < 5; minute++) {
    vi.setSystemTime(Date.now() + 50_000);
    await vi.advanceTimersByTimeAsync(10_000);
  }

  expect(woke).not.toHaveBeenCalled();
});

test('a page that comes back out of the history was asleep, too', () => {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(woke).not.toHaveBeenCalled();
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  expect(woke).toHaveBeenCalledOnce();
});

test('nobody is woken after the end', () => {
  stop.abort();
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  expect(woke).not.toHaveBeenCalled();
});
