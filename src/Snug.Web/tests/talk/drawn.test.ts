import { expect, test } from 'vitest';
import { Drawn } from '../../src/talk/drawn.svelte';
import { message } from '../made';

const page = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const idsOf = (drawn: Drawn) => drawn.messages.map(({ id }) => id);

test('the newest are drawn first, those above them a few at a time', () => {
  const drawn = new Drawn(() => page(1, 13));
  expect(idsOf(drawn)).toEqual([9, 10, 11, 12, 13]);

  drawn.more();
  expect([idsOf(drawn)[0], drawn.isWhole]).toEqual([4, false]);
  drawn.more();
  expect([idsOf(drawn)[0], drawn.isWhole]).toEqual([1, true]);
});

test('what comes is drawn, and takes nothing away above', () => {
  let all = page(1, 13);
  const drawn = new Drawn(() => all);
  drawn.more();

  all = page(1, 16);

  expect([idsOf(drawn)[0], idsOf(drawn).at(-1)]).toEqual([4, 16]);
});

test('an older page is drawn a few at a time, too', () => {
  let all = page(31, 60);
  const drawn = new Drawn(() => all);
  while (!drawn.isWhole) drawn.more();

  all = page(1, 60);

  expect(idsOf(drawn)[0]).toBe(31);
  drawn.more();
  expect(idsOf(drawn)[0]).toBe(26);
});

test('a stretch further back is drawn whole', () => {
  let all = page(100, 130);
  const drawn = new Drawn(() => all);
  drawn.more();

  all = page(1, 40);

  expect(drawn.isWhole).toBe(true);
});

test('an empty room is whole', () => {
  const drawn = new Drawn(() => []);
  drawn.more();

  expect([drawn.messages, drawn.isWhole]).toEqual([[], true]);
});
