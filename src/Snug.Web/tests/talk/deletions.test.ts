import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal, Unreachable } from '../../src/api/http';
import { toasts } from '../../src/look/toasts.svelte';

const remove = vi.fn<(id: number, outlivesPage: boolean) => Promise<undefined>>();
vi.mock('../../src/api/calls', () => ({ remove: (id: number, outlivesPage: boolean) => remove(id, outlivesPage) }));
const { Deletions } = await import('../../src/talk/deletions.svelte');

let deletions: InstanceType<typeof Deletions>;

beforeEach(() => {
  vi.useFakeTimers();
  toasts.current = [];
  remove.mockReset().mockResolvedValue(undefined);
  deletions = new Deletions();
});
afterEach(() => vi.useRealTimers());

describe('taking a message back', () => {
  test('it is gone from the screen at once, from the server after six seconds', async () => {
    deletions.add(5);
    expect(deletions.isHidden(5)).toBe(true);

    await vi.advanceTimersByTimeAsync(5_900);
    expect(remove).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(200);
    expect(remove).toHaveBeenCalledExactlyOnceWith(5, false);
    expect(deletions.isHidden(5)).toBe(true);
  });

  test('undone, it is back and the server never hears of it', async () => {
    deletions.add(5);
    toasts.current[0]!.action!.run();

    await vi.advanceTimersByTimeAsync(10_000);
    expect(deletions.isHidden(5)).toBe(false);
    expect(toasts.current).toEqual([]);
    expect(remove).not.toHaveBeenCalled();
  });

  test('each of several is decided about by itself', async () => {
    deletions.add(5);
    await vi.advanceTimersByTimeAsync(1_000);
    deletions.add(6);
    toasts.current[0]!.action!.run();

    await vi.advanceTimersByTimeAsync(10_000);
    expect(deletions.isHidden(5)).toBe(false);
    expect(remove).toHaveBeenCalledExactlyOnceWith(6, false);
  });

  test('when the page is left it is deleted at once, by a request that outlives the page', async () => {
    deletions.add(5);
    dispatchEvent(new Event('pagehide'));
    expect(remove).toHaveBeenCalledExactlyOnceWith(5, true);

    await vi.advanceTimersByTimeAsync(10_000);
    expect(remove).toHaveBeenCalledTimes(1);
  });

  test('what the server refuses to delete comes back, with the reason', async () => {
    remove.mockRejectedValue(new Unreachable('away'));
    deletions.add(5);

    await vi.advanceTimersByTimeAsync(6_100);
    expect(deletions.isHidden(5)).toBe(false);
    expect(toasts.current.at(-1)!.text).toContain('was not deleted');
  });

  test('what somebody else has deleted meanwhile stays gone', async () => {
    remove.mockRejectedValue(new Refusal(404, 'not-found', 'there is no such thing here'));
    deletions.add(5);

    await vi.advanceTimersByTimeAsync(6_100);
    expect(deletions.isHidden(5)).toBe(true);
    expect(toasts.current).toEqual([]);
  });
});
