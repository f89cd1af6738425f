import { expect, test } from 'vitest';
import { asSaid, lengthOf, showsNothing } from '../../src/composer/said';

test.each([
  ['  indented\n\n', '  indented'],
  ['\n \n  first', '  first'],
  ['one\r\ntwo\u2028three', 'one\ntwo\nthree'],
  ['a\u0000b\u0007\tc', 'ab\tc'],
  ['half a pair \uD83C', 'half a pair \uFFFD'],
  ['   \n ', ''],
])('%j is said as %j', (typed, said) => {
  expect(asSaid(typed)).toBe(said);
});

test('length counts code points, as the server does', () => {
  expect(lengthOf('a🍝e\u0301')).toBe(4);
});

test.each([['', true], [' \n\t', true], ['\u200B\u2800\u3164', true], ['.', false], ['🍝', false]])('%j shows nothing: %s', (text, expected) => {
  expect(showsNothing(text)).toBe(expected);
});
