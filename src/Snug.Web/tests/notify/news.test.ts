import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { callsIn } from '../../src/notify/news';
import { receiveAll } from '../../src/state/receive';
import { chatOf, cindy, ethan, message, room } from '../made';

const before = chatOf([room(1, 'lobby', { lastId: 5 }), room(2, 'ethan', { kind: 'direct' }), room(3, 'ethan, zoe', { kind: 'direct' })]);
const said = (id: number, text: string, place = 1, from = ethan): ChatEvent => ({ type: 'message', id, room: place, message: message(id, { from, text, room: place }) });
const calls = (...events: ChatEvent[]) => callsIn(events, before, receiveAll(before, events));

test('one is called by one\'s name, and by whatever is said directly', () => {
  expect(calls(said(6, 'hello @Cindy'), said(7, 'hello all'), said(8, 'psst', 2)).map(({ message: { id } }) => id)).toEqual([6, 8]);
});

test('what was known before calls nobody again', () => {
  expect(calls(said(5, '@cindy'))).toEqual([]);
});

test('what one says oneself on another device calls nobody', () => {
  expect(calls(said(6, 'note to @cindy', 2, cindy))).toEqual([]);
});

test('what was read on another device meanwhile calls nobody', () => {
  expect(calls(said(6, '@cindy'), { type: 'read', id: 7, room: 1, upTo: 6 })).toEqual([]);
});

test('a room is named unless it is called as its speaker', () => {
  expect(calls(said(6, '@cindy'), said(7, 'a', 2), said(8, 'b', 3)).map(({ place }) => place)).toEqual(['lobby', null, 'ethan, zoe']);
});
