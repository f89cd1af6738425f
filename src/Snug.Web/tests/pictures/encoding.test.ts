import { expect, test } from 'vitest';
import { encodingsFor, smallest } from '../../src/pictures/encoding';

const blob = (type: string, size: number) => new Blob(['x'.repeat(size)], { type });

test('a photograph takes the smaller of two ways', () => {
  expect(encodingsFor('image/jpeg')).toEqual(['image/webp', 'image/jpeg']);
  expect(smallest('image/jpeg', [blob('image/webp', 50), blob('image/jpeg', 80)]).type).toBe('image/webp');
});

test('where WebP cannot be written, a photograph is a JPEG, however large the PNG in its place is', () => {
  expect(smallest('image/jpeg', [blob('image/png', 20), blob('image/jpeg', 80)]).type).toBe('image/jpeg');
});

test('a screenshot stays sharp', () => {
  expect(smallest('image/png', [blob('image/png', 150), blob('image/webp', 100)]).type).toBe('image/png');
});

test('a photograph in a PNG does not stay that large', () => {
  expect(smallest('image/png', [blob('image/png', 900), blob('image/webp', 100)]).type).toBe('image/webp');
});

test('what may be transparent is never made a JPEG', () => {
  expect(encodingsFor('image/webp')).toEqual(['image/webp']);
  expect(smallest('image/webp', [blob('image/png', 100)]).type).toBe('image/png');
});
