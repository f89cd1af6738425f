import { expect, test } from 'vitest';
import { arePastedFiles, isPicture, sortOut } from '../../src/files/tray-rules';

const file = (name: string, size: number, type = 'text/plain') => ({ name, size, type });
const rules = { uploadBytes: 1000, taken: 0 };

test('what fits is taken', () => {
  const files = [file('a.txt', 1), file('b.txt', 1000)];

  expect(sortOut(files, rules)).toEqual({ taken: files, tooLarge: [], empty: [], left: 0 });
});

test('what is too large or empty is told apart', () => {
  const large = file('a.zip', 1001), empty = file('b.txt', 0);

  expect(sortOut([large, empty], rules)).toMatchObject({ taken: [], tooLarge: [large], empty: [empty] });
});

test('a large picture is taken, since it will be smaller', () => {
  expect(sortOut([file('a.jpg', 5000, 'image/jpeg')], rules).taken.length).toBe(1);
});

test('a message carries ten files, with those that are there already', () => {
  const seven = Array.from({ length: 7 }, (_, index) => file(`${index}`, 1));

  expect(sortOut(seven, { ...rules, taken: 6 })).toMatchObject({ taken: seven.slice(0, 4), left: 3 });
});

test('pictures are known by type or by name, and drawings of code are none', () => {
  expect(isPicture(file('a', 1, 'image/jpeg'))).toBe(true);
  expect(isPicture(file('a.HEIC', 1, ''))).toBe(true);
  expect(isPicture(file('a.svg', 1, 'image/svg+xml'))).toBe(false);
  expect(isPicture(file('a.txt', 1))).toBe(false);
});

test('of what an office program copies the text is pasted, of all else the files', () => {
  expect(arePastedFiles(['Files'])).toBe(true);
  expect(arePastedFiles(['text/html', 'Files'])).toBe(true);
  expect(arePastedFiles(['text/plain', 'text/html', 'text/rtf', 'Files'])).toBe(false);
  expect(arePastedFiles(['text/plain'])).toBe(false);
});
