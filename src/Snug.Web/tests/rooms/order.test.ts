import { expect, test } from 'vitest';
import { neighbourOf, sectionsOf } from '../../src/rooms/order';
import { chatOf, room } from '../made';

const names = (rooms: readonly { name: string }[]) => rooms.map(({ name }) => name);

test('the lobby stands first, then the rooms by name as people count', () => {
  const { joined } = sectionsOf(chatOf([room(2, 'Room 10'), room(3, 'room 9'), room(4, 'Älteste'), room(1, 'lobby')]), 'de');

  expect(names(joined)).toEqual(['lobby', 'Älteste', 'room 9', 'Room 10']);
});

test('direct rooms stand by who spoke last', () => {
  const direct = (id: number, name: string, lastId: number) => room(id, name, { kind: 'direct', lastId });

  expect(names(sectionsOf(chatOf([direct(2, 'a', 5), direct(3, 'b', 9), direct(4, 'c', 0)]), 'en').direct)).toEqual(['b', 'a', 'c']);
});

test('rooms to join are public and open; archived ones stand apart, one\'s own first', () => {
  const sections = sectionsOf(chatOf([
    room(2, 'Attic', { archived: true, joined: false }), room(3, 'Cellar', { archived: true }), room(4, 'Garden', { joined: false }), room(5, 'Secret', { joined: false, kind: 'private' }),
  ]), 'en');

  expect(names(sections.others)).toEqual(['Garden']);
  expect(names(sections.archived)).toEqual(['Cellar', 'Attic']);
  expect(sections.joined).toEqual([]);
});

const three = [room(1, 'a'), room(2, 'b', { unread: 1 }), room(3, 'c')];

test('the next room goes around the end', () => {
  expect(neighbourOf(three, 3, 1, () => true)?.id).toBe(1);
  expect(neighbourOf(three, 1, -1, () => true)?.id).toBe(3);
});

test('from outside the list one comes in at its ends', () => {
  expect(neighbourOf(three, null, 1, () => true)?.id).toBe(1);
  expect(neighbourOf(three, 77, -1, () => true)?.id).toBe(3);
});

test('only unread rooms are wanted where there are any but this', () => {
  expect(neighbourOf(three, 3, -1, ({ unread }) => unread > 0)?.id).toBe(2);
  expect(neighbourOf(three, 2, 1, ({ unread }) => unread > 0)).toBeNull();
  expect(neighbourOf([], 1, 1, () => true)).toBeNull();
});
