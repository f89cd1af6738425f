import { expect, test } from 'vitest';
import { cutName, isVoiceName, nameOfPasted, plainName, shapeIn, voiceName, withShape } from '../../src/files/names';

const at = new Date(2026, 10, 2, 9, 5, 7);

test('a picture is called by its shape and by what it has become', () => {
  expect(withShape('cat.png', { width: 1024, height: 768 }, 'image/webp')).toBe('cat-1024x768.webp');
  expect(withShape('cat.JPEG', { width: 10, height: 20 }, 'image/jpeg')).toBe('cat-10x20.jpg');
});

test('a picture that is sent on has one shape, the newest', () => {
  expect(withShape('cat-4000x3000.webp', { width: 2048, height: 1536 }, 'image/webp')).toBe('cat-2048x1536.webp');
});

test('a shape is read where there is one, and nowhere else', () => {
  expect(shapeIn('cat-1024x768.webp')).toEqual({ width: 1024, height: 768 });
  expect(['cat.webp', 'cat-0x768.webp', 'cat-1024x768', '1024x768-cat.webp', 'cat-1024x768.webp.exe'].map(shapeIn)).toEqual([null, null, null, null, null]);
});

test('people see a name without its shape', () => {
  expect(plainName('cat-1024x768.webp')).toBe('cat.webp');
  expect(plainName('notes.txt')).toBe('notes.txt');
});

test('pasted pictures are told apart by their time', () => {
  expect(nameOfPasted('image.png', at)).toBe('picture-2026-11-02-09-05-07.png');
  expect(nameOfPasted('plan.pdf', at)).toBe('plan.pdf');
});

test('a recording is called by when it was made', () => {
  expect(voiceName(at, 'audio/webm;codecs=opus')).toBe('voice-2026-11-02-09-05-07.webm');
  expect(voiceName(at, 'audio/mp4')).toBe('voice-2026-11-02-09-05-07.m4a');
  expect(isVoiceName(voiceName(at, 'audio/webm'))).toBe(true);
  expect(isVoiceName('voices.mp3')).toBe(false);
});

test('a name too long for the server is cut, but not its ending or its characters', () => {
  const cut = cutName('😀'.repeat(300) + '.txt');

  expect([...cut].length).toBeLessThanOrEqual(200);
  expect(cut.endsWith('😀.txt')).toBe(true);
  expect([...withShape('x'.repeat(300) + '.png', { width: 12345, height: 12345 }, 'image/webp')].length).toBeLessThanOrEqual(200);
});
