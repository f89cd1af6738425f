import { expect, test } from 'vitest';
import { excerpt, markedPieces } from '../../src/search/marks';

const shown = (text: string, wanted: string) => markedPieces(text, wanted).map((piece) => (piece.isMark ? `[${piece.text}]` : piece.text)).join('');

test('each place is marked without regard to case, as it was written', () => {
  expect(shown('Pizza, pizza, PIZZA!', 'pizza')).toBe('[Pizza], [pizza], [PIZZA]!');
});

test('a word is found within another, and accents count as on the server', () => {
  expect(shown('Füchse überall', 'ÜBER')).toBe('Füchse [über]all');
  expect(shown('uber', 'über')).toBe('uber');
});

test('finds do not overlap', () => {
  expect(shown('aaa', 'aa')).toBe('[aa]a');
});

test('letters that grow in another case do not move the marks', () => {
  expect(shown('İİ straße ß', 'strasse')).toBe('İİ straße ß');
  expect(shown('İİ Straße', 'straße')).toBe('İİ [Straße]');
});

test('what would be an operator elsewhere is text', () => {
  expect(shown('a.b (c) "d" 🍕', '(c)')).toBe('a.b [(c)] "d" 🍕');
  expect(shown('a 🍕 b', '🍕')).toBe('a [🍕] b');
});

test('nothing sought marks nothing', () => {
  expect(shown('text', '')).toBe('text');
});

test('a find far down in a long text is brought up', () => {
  const [first, mark] = excerpt(markedPieces(`${'many words before it '.repeat(20)}here`, 'here'));
  expect(first!.text).toMatch(/^… words before|^… before|^… it|^… many/);
  expect(first!.text.length).toBeLessThan(70);
  expect(mark).toEqual({ text: 'here', isMark: true });
});
