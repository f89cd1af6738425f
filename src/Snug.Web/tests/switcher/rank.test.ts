import { expect, test } from 'vitest';
import { fitOf, ranked } from '../../src/switcher/rank';

const names = (typed: string, ...all: string[]) => ranked(all, typed, (name) => name);

test('a name is found without its accents and its capitals', () => {
  expect(names('uber', 'Über uns', 'Kitchen')).toEqual(['Über uns']);
  expect(names('STRASSE', 'Straße')).toEqual(['Straße']);
});

test('the whole name comes before its beginning, a word before a part of one, and letters in their order come last', () => {
  expect(names('dev', 'dEAvi-x', 'undevised', 'web dev', 'devices', 'dev', 'zzz')).toEqual(['dev', 'devices', 'web dev', 'undevised', 'dEAvi-x']);
});

test('nothing typed leaves everything in its order', () => {
  expect(names(' ', 'b', 'a')).toEqual(['b', 'a']);
});

test('what does not fit is left out', () => {
  expect(fitOf('lobby', 'yb')).toBeNull();
});
