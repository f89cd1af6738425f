import { expect, test } from 'vitest';
import { isMoving } from '../../src/pictures/moving';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)));
const control = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
const chunk = (name: string, length: number) => bytes([0, 0, 0, length], name, new Array<number>(length + 4).fill(0));
const png = (...chunks: Uint8Array[]) => Uint8Array.from([...bytes([0x89], 'PNG', [13, 10, 26, 10]), ...chunks.flatMap((one) => [...one])]);

test('a GIF moves when it has several frames, or says how often to begin again', () => {
  expect(isMoving(bytes('GIF89a', control, control))).toBe(true);
  expect(isMoving(bytes('GIF89a', [0x21, 0xff, 11], 'NETSCAPE2.0', control))).toBe(true);
  expect(isMoving(bytes('GIF89a', control))).toBe(false);
});

test('a WebP moves when its flags say so', () => {
  const webp = (flags: number) => bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, flags]);

  expect(isMoving(webp(0x02))).toBe(true);
  expect(isMoving(webp(0x08))).toBe(false);
});

test('a PNG moves when it is told how before its first picture', () => {
  expect(isMoving(png(chunk('IHDR', 13), chunk('acTL', 8), chunk('IDAT', 4)))).toBe(true);
  expect(isMoving(png(chunk('IHDR', 13), chunk('IDAT', 4), chunk('acTL', 8)))).toBe(false);
});

test('a photograph stands still, as does what is cut short', () => {
  expect(isMoving(bytes([0xff, 0xd8, 0xff, 0xe1]))).toBe(false);
  expect(isMoving(new Uint8Array())).toBe(false);
});
