import { expect, test } from 'vitest';
import { fitOf, Fit, ranked } from '../../src/text/rank';

const names = (typed: string, ...all: string[]) => ranked(all, typed, (name) => name);

test('a name is found without its accents and its capitals', () => {
  expect(names('uber', 'Über uns', 'Kitchen')).toEqual(['Über uns']);
  expect(names('STRASSE', 'Straße')).toEqual(['Straße']);
});

test('the whole name comes before its beginning, a word before a part of one, and letters in their order come last', () => {
  expect(names('dev', 'dEAvi-x', 'undevised', 'web dev', 'devices', 'dev', 'zzz')).toEqual(['dev', 'devices', 'web dev', 'undevised', 'dEAvi-x']);
});

test('where letters in their order are not enough, they are left out', () => {
  expect(ranked(['dEAvi-x', 'undevised'], 'dev', (name) => name, Fit.Within)).toEqual(['undevised']);
});

test('a word counts wherever it stands', () => {
  expect(names('ann', 'Joanna', 'Joanna Ann')).toEqual(['Joanna Ann', 'Joanna']);
});

test('nothing typed leaves everything in its order', () => {
  expect(names(' ', 'b', 'a')).toEqual(['b', 'a']);
});

test('what does not fit is left out', () => {
  expect(fitOf('lobby', 'yb')).toBeNull();
});
