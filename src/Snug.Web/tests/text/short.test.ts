import { expect, test } from 'vitest';
import cases from '../../../../tests/markdown-cases.json';
import { isEmojiAlone } from '../../src/text/emoji-alone';
import { firstLine } from '../../src/text/first-line';
import { colour } from '../../src/text/highlight';

test.each(cases.emojiAlone)(
  'emoji alone: $text is $expected', ({ text, expected }) => {
    expect(isEmojiAlone(text)).toBe(expected);
  });

test.each(cases.firstLines)(
  'the first line of $text is $expected', ({ text, expected }) => {
    expect(firstLine(text)).toBe(expected);
  });

test('code is cut into coloured pieces that are the code again', async () => {
  const code = 'const x = "<b>"; // y';

  const pieces = await colour(code, 'js');

  expect(pieces!.map((piece) => piece.text).join('')).toBe(code);
  expect(pieces!.map((piece) => piece.scope)).toEqual(expect.arrayContaining(['keyword', 'string', 'comment']));
});

test('code of a language that is not known stays as it is', async () => {
  expect(await colour('x', 'constructor')).toBeNull();
});
