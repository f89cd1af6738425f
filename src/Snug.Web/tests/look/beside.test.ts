import { expect, test } from 'vitest';
import { beside } from '../../src/look/beside';

const window = { width: 400, height: 300 };
const anchor = (left: number, top: number) => new DOMRect(left, top, 40, 20);

test('a box stands below its anchor, from the same edge', () => {
  expect(beside(anchor(50, 50), { width: 100, height: 80 }, window)).toEqual({ left: 50, top: 76 });
});

test('near the end of the window it stands above, and ends with the anchor', () => {
  expect(beside(anchor(350, 260), { width: 100, height: 80 }, window)).toEqual({ left: 290, top: 174 });
});

test('a box that fits nowhere stays within the window', () => {
  expect(beside(anchor(10, 150), { width: 390, height: 290 }, window)).toEqual({ left: 8, top: 8 });
});
