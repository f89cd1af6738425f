import { expect, test } from 'vitest';
import { sentSize, shownSize } from '../../src/pictures/shape';

test('what is larger than a screen is sent smaller, in its shape', () => {
  expect(sentSize({ width: 4096, height: 1024 })).toEqual({ width: 2048, height: 512 });
  expect(sentSize({ width: 3000, height: 6000 })).toEqual({ width: 1024, height: 2048 });
});

test('what is small stays as it is', () => {
  expect(sentSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
});

test('a strip keeps at least one pixel', () => {
  expect(sentSize({ width: 50_000, height: 1 })).toEqual({ width: 2048, height: 1 });
});

test('in a conversation a picture takes a bounded place', () => {
  expect(shownSize({ width: 2048, height: 1024 })).toEqual({ width: 420, height: 210 });
  expect(shownSize({ width: 1000, height: 2000 })).toEqual({ width: 160, height: 320 });
});

test('a picture of a few pixels can still be hit', () => {
  expect(shownSize({ width: 8, height: 8 })).toEqual({ width: 64, height: 48 });
});

test('without a shape a usual place is kept free', () => {
  expect(shownSize(null)).toEqual({ width: 320, height: 240 });
});
