import { expect, test } from 'vitest';
import { pace, type Circumstances } from '../../src/live/connection.svelte';

const usual: Circumstances = { isLookedAt: true, isSaving: false, isOnline: true, isOnlyOne: true };

test('who looks hears at once', () => expect(pace(usual)).toEqual({ wait: 25, rest: 0.15 }));

test('in the background news wait a little, and the server still takes somebody for here', () => {
  const { rest } = pace({ ...usual, isLookedAt: false });

  expect(rest).toBeGreaterThan(1);
  expect(rest).toBeLessThan(10);
});

test('who saves data asks seldom, in the background hardly at all', () => {
  expect(pace({ ...usual, isSaving: true })).toEqual({ wait: 50, rest: 20 });
  expect(pace({ ...usual, isSaving: true, isLookedAt: false }).rest).toBe(120);
});

test('whether the server is back is asked without a wait', () => {
  expect(pace({ ...usual, isOnline: false })).toEqual({ wait: 0, rest: 0 });
});

test('where every tab asks, one in the background does not end the wait of the one that is looked at', () => {
  expect(pace({ ...usual, isOnlyOne: false, isLookedAt: false }).wait).toBe(0);
  expect(pace({ ...usual, isOnlyOne: false }).wait).toBe(25);
});
