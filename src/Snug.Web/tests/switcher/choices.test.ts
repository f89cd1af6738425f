import { expect, test } from 'vitest';
import { choicesFor } from '../../src/switcher/choices';
import { chatOf, cindy, ethan, room, user } from '../made';

const chat = chatOf(
  [room(1, 'lobby'), room(2, 'Kitchen', { unread: 3 }), room(3, 'Garden', { joined: false }), room(4, 'ethan', { kind: 'direct', unread: 1, lastId: 9 }), room(5, 'Attic', { mentions: 2, unread: 2 })],
  [cindy, ethan, user(3, 'zoe'), user(4, 'anna', { here: false })]);

const names = (typed: string, current: number | null = null) => choicesFor(chat, typed, 'en', current).map(({ name }) => name);

test('what calls comes first, then what is unread, then the other rooms, then people, those who are here before the others', () => {
  expect(names('')).toEqual(['Attic', 'ethan', 'Kitchen', 'lobby', 'Garden', 'zoe', 'anna']);
});

test('the room on screen is not offered', () => {
  expect(names('', 5)).not.toContain('Attic');
});

test('somebody one talks with already is found once, as that room', () => {
  expect(choicesFor(chat, 'eth', 'en', null).map(({ key }) => key)).toEqual(['room-4']);
});

test('oneself is not found', () => {
  expect(names('cindy')).toEqual([]);
});
