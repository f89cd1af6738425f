import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { withUsers } from '../../src/state/history';
import { receive } from '../../src/state/receive';
import { withEntry } from '../../src/state/rooms';
import { chatOf, cindy, ethan, room } from '../made';

const chat = chatOf([room(1, 'lobby'), room(2, 'Surprise', { kind: 'private' }), room(3, 'Garden', { joined: false }), room(4, 'ethan', { kind: 'direct' })]);
const moved = (type: 'joined' | 'left', id: number, who = cindy): ChatEvent => ({ type, id: 50, room: id, user: { id: who.id, name: who.name } });
const details = (id: number, more = {}): ChatEvent => ({ type: 'room', id: 50, room: id, details: { id, name: 'Den', topic: 'Rest', kind: 'public', archived: false, ...more }, user: { id: 2, name: 'ethan' } });

test('a private room that one is out of is gone', () => {
  expect(receive(chat, moved('left', 2)).rooms.has(2)).toBe(false);
});

test('a public room that one has left can be joined again', () => {
  const joined = receive(chat, moved('joined', 3));

  expect(joined.rooms.get(3)!.info.joined).toBe(true);
  expect(joined.roomsAreStale).toBe(true);
  expect(receive(joined, moved('left', 3)).rooms.get(3)!.info).toMatchObject({ joined: false, unread: 0, readUpTo: 0 });
});

test('being invited to a room that one did not know has the list read', () => {
  expect(receive(chat, moved('joined', 9)).roomsAreStale).toBe(true);
});

test('others who come and go change no room', () => {
  expect(receive(chat, moved('left', 2, ethan))).toBe(chat);
});

test('a public room that somebody else opens is known without asking', () => {
  expect(receive(chat, details(9))).toMatchObject({ roomsAreStale: false });
  expect(receive(chat, details(9)).rooms.get(9)!.info).toMatchObject({ name: 'Den', joined: false });
});

test('a room that one opened elsewhere, and one that is not public, has the list read', () => {
  expect(receive(chat, { ...details(9), user: { id: cindy.id, name: cindy.name } } as ChatEvent).roomsAreStale).toBe(true);
  expect(receive(chat, details(9, { kind: 'private' })).roomsAreStale).toBe(true);
  expect(receive(chat, details(9, { kind: 'private' })).rooms.has(9)).toBe(false);
});

test('a room is renamed, given a topic and archived in place', () => {
  expect(receive(chat, details(3, { archived: true })).rooms.get(3)!.info).toMatchObject({ name: 'Den', topic: 'Rest', archived: true, joined: false });
});

test('a direct room keeps the name that the list gave it', () => {
  expect(receive(chat, details(4, { kind: 'direct', name: 'cindy, ethan' }))).toBe(chat);
});

test('a room that one opens is there at once, and an answer that comes late keeps what was said meanwhile', () => {
  const opened = withEntry(chat, room(9, 'Den'));

  expect(opened.rooms.get(9)!.info.name).toBe('Den');
  expect(withEntry(opened, room(9, 'Den', { topic: 'Rest' })).rooms.get(9)!.info.topic).toBe('Rest');
});

test('the list of people tells when one was made an admin', () => {
  expect(withUsers(chat, [{ ...cindy, role: 'admin' }, ethan]).me.role).toBe('admin');
});
