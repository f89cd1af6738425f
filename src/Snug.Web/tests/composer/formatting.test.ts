import { describe, expect, test } from 'vitest';
import { linkFrom, toggle, type Replacement } from '../../src/composer/formatting';

/** `‹` and `›` are the ends of the selection. */
const selected = (text: string) => ({ text: text.replace(/[‹›]/g, ''), start: text.indexOf('‹'), end: text.indexOf('›') - 1 });
const shown = (text: string, { from, to, text: put, start, end }: Replacement) => {
  const plain = selected(text).text;
  const done = plain.slice(0, from) + put + plain.slice(to);
  return `${done.slice(0, start)}‹${done.slice(start, end)}›${done.slice(end)}`;
};

describe('marks around a selection', () => {
  test.each([
    ['a ‹b› c', '**', 'a **‹b›** c'],
    ['a **‹b›** c', '**', 'a ‹b› c'],
    ['a ‹**b**› c', '**', 'a ‹b› c'],
    ['‹›', '`', '`‹›`'],
    ['**‹b›**', '*', '***‹b›***'],
    ['***‹b›***', '*', '**‹b›**'],
    ['*‹b›*', '*', '‹b›'],
  ])('%s with %s is %s', (text, mark, expected) => {
    expect(shown(text, toggle(selected(text), mark))).toBe(expected);
  });
});

describe('an address pasted over a selection', () => {
  test('makes a link of it', () => {
    expect(shown('see ‹this› now', linkFrom(selected('see ‹this› now'), ' https://snug.example/a_(b) ')!)).toBe('see [this](https://snug.example/a_%28b%29)‹› now');
  });

  test.each([
    ['‹›', 'https://snug.example'], ['‹a›', 'no address'], ['‹a›', 'javascript:alert(1)'], ['‹a›', 'https://snug.example and more'],
    ['‹a]b›', 'https://snug.example'], ['‹a\nb›', 'https://snug.example'], ['‹https://old.example›', 'https://snug.example'],
  ])('%j with %j is only pasted', (text, pasted) => {
    expect(linkFrom(selected(text), pasted)).toBeNull();
  });
});
