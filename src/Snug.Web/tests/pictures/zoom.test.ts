import { expect, test } from 'vitest';
import { Fit, moved, swipe, zoomed } from '../../src/pictures/zoom';

test('what lies under the pointer stays there', () => {
  const zoom = zoomed(Fit, 2, { x: 100, y: -50 });

  // The point was at 100 of the fitting picture: twice as large it lies at 200 from its middle, which moved by -100.
  expect(zoom).toEqual({ scale: 2, x: -100, y: 50 });
});

test('out again is where it began', () => {
  expect(zoomed(zoomed(Fit, 3, { x: 40, y: 10 }), 1 / 3, { x: -7, y: 0 })).toEqual(Fit);
});

test('there is an end to enlarging', () => {
  expect(zoomed(Fit, 1000, { x: 0, y: 0 }).scale).toBe(8);
});

test('a picture cannot be moved out of sight', () => {
  expect(moved({ scale: 2, x: 0, y: 0 }, 5000, -5000, { width: 400, height: 300 })).toEqual({ scale: 2, x: 200, y: -150 });
});

test('a finger goes on, back, or away', () => {
  expect([swipe(-90, 10), swipe(90, 10), swipe(5, 150), swipe(20, 20), swipe(0, -150)]).toEqual(['next', 'previous', 'close', null, null]);
});
