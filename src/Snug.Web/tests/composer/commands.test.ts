import { expect, test } from 'vitest';
import { Commands, parse, splitFirst } from '../../src/composer/commands';
import { de } from '../../src/texts/de';
import { en } from '../../src/texts/en';

test.each([
  ['hello', { kind: 'say', text: 'hello' }],
  ['a /help', { kind: 'say', text: 'a /help' }],
  ['//help', { kind: 'say', text: '/help' }],
  ['/me waves', { kind: 'say', text: '*waves*' }],
  ['/shrug', { kind: 'say', text: '¯\\_(ツ)_/¯' }],
  ['/shrug who knows', { kind: 'say', text: 'who knows ¯\\_(ツ)_/¯' }],
  ['/help', { kind: 'command', name: 'help', words: '' }],
  ['/HELP', { kind: 'command', name: 'help', words: '' }],
  ['/join Kitchen table ', { kind: 'command', name: 'join', words: 'Kitchen table' }],
  ['/topic one\ntwo', { kind: 'command', name: 'topic', words: 'one\ntwo' }],
  ['/msg @ethan hi there', { kind: 'command', name: 'msg', words: '@ethan hi there' }],
  ['/msg ethan', { kind: 'incomplete', name: 'msg' }],
  ['/join', { kind: 'incomplete', name: 'join' }],
  ['/me', { kind: 'incomplete', name: 'me' }],
  ['/', { kind: 'unknown', name: '' }],
  ['/nick bob', { kind: 'unknown', name: 'nick' }],
  ['/usr/bin is full', { kind: 'unknown', name: 'usr/bin' }],
])('%j', (text, parsed) => {
  expect(parse(text)).toEqual(parsed);
});

test('the first word of several, without its mark', () => {
  expect(splitFirst('@ethan  how\nare you')).toEqual({ first: 'ethan', rest: 'how\nare you' });
});

test('each command has its line of help in every language', () => {
  for (const texts of [en, de]) for (const name of Commands) expect(texts.composer.commands[name].does).not.toBe('');
});
