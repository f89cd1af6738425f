import { expect, test } from 'vitest';
import { isEmojiAlone } from '../../src/text/emoji-alone';
import { firstLine } from '../../src/text/first-line';
import { colour } from '../../src/text/highlight';

test.each([['🍝', true], ['🎉 🎉\n🎉', true], ['👩‍👩‍👧', true], ['🇩🇪', true], ['👍🏽', true], ['🎉🎉🎉🎉', false], ['🎉!', false], ['1', false], ['', false]])(
  'emoji alone: %j is %s', (text, expected) => {
    expect(isEmojiAlone(text)).toBe(expected);
  });

test.each([['**Hi** @cindy', 'Hi @cindy'], ['> quoted\n\nanswer', 'quoted'], ['```js\nlet x;\n```', 'let x;'], ['\n\n---\n\nx', 'x'], ['', '']])(
  'the first line of %j is %j', (text, expected) => {
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
