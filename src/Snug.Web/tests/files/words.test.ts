import { expect, test } from 'vitest';
import { kindOf } from '../../src/files/kinds';
import { sizeWords } from '../../src/files/size-words';

test('sizes are told as people read them, in their language', () => {
  expect([1, 11, 2048, 320 * 1024, 1.5 * 1024 ** 2, 32 * 1024 ** 2].map((bytes) => sizeWords(bytes, 'en')))
    .toEqual(['1 byte', '11 bytes', '2 kB', '320 kB', '1.5 MB', '32 MB']);
  expect(sizeWords(1.5 * 1024 ** 2, 'de')).toBe('1,5 MB');
});

test('a file is shown as what its bytes are', () => {
  const kinds = ['image/webp', 'audio/ogg', 'video/mp4', 'application/pdf', 'application/octet-stream'].map((type) => kindOf({ name: 'x', type }));

  expect(kinds).toEqual(['picture', 'sound', 'film', 'file', 'file']);
});

test('a recording whose track the server could not tell is a sound all the same', () => {
  expect(kindOf({ name: 'voice-2026-11-02-09-05-07.webm', type: 'video/webm' })).toBe('sound');
  expect(kindOf({ name: 'party.webm', type: 'video/webm' })).toBe('film');
});
