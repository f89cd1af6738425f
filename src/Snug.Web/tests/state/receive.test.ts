import { describe, expect, test } from 'vitest';
import { receive, receiveAll } from '../../src/state/receive';
import { chatWith, cindy, ethan, idsIn, message, room, said } from '../made';

const info = (chat: ReturnType<typeof chatWith>, id = 1) => chat.rooms.get(id)!.info;

describe('a message', () => {
  test('continues the room and is unread', () => {
    const chat = receive(chatWith(), said(5));

    expect(idsIn(chat)).toEqual([5]);
    expect(info(chat)).toMatchObject({ lastId: 5, unread: 1, mentions: 0 });
  });

  test('that comes twice is there once and counted once', () => {
    const chat = receiveAll(chatWith(), [said(5), said(6), said(5), said(6)]);

    expect(idsIn(chat)).toEqual([5, 6]);
    expect(info(chat).unread).toBe(2);
  });

  test('that the list of rooms has counted already is not counted again', () => {
    const chat = receive(chatWith({ info: room(1, 'lobby', { lastId: 5, unread: 1 }) }), said(5));

    expect(idsIn(chat)).toEqual([5]);
    expect(info(chat).unread).toBe(1);
  });

  test('of one\'s own is not unread', () => {
    const chat = receive(chatWith(), said(5, { from: { id: cindy.id, name: cindy.name } }));

    expect(info(chat)).toMatchObject({ unread: 0, lastId: 5 });
  });

  test('of a guest who has had one\'s name before is unread', () => {
    expect(info(receive(chatWith(), said(5, { from: { id: 77, name: cindy.name } }))).unread).toBe(1);
  });

  test('that calls one by name is a mention', () => {
    expect(info(receive(chatWith(), said(5, { text: 'ask @Cindy.' }))).mentions).toBe(1);
    expect(info(receive(chatWith(), said(5, { text: 'mail a@cindy.org' }))).mentions).toBe(0);
  });

  test('stays out of a stretch of the past, and is unread all the same', () => {
    const chat = receive(chatWith({ messages: [message(3)], older: 'more', newer: 'more' }), said(9));

    expect(idsIn(chat)).toEqual([3]);
    expect(info(chat)).toMatchObject({ unread: 1, lastId: 9 });
  });

  test('of a room that nobody has heard of asks for the list of rooms', () => {
    const chat = receive(chatWith(), said(5, { room: 7 }));

    expect(chat.roomsAreStale).toBe(true);
  });

  test('keeps an unopened room within its bound', () => {
    const chat = receiveAll(chatWith(), Array.from({ length: 300 }, (_, index) => said(index + 1)));

    expect(idsIn(chat)).toHaveLength(100);
    expect(idsIn(chat).at(-1)).toBe(300);
  });

  test('keeps a room that was left open for long within its bound', () => {
    const messages = Array.from({ length: 2_000 }, (_, index) => message(index + 1));

    const chat = receive(chatWith({ messages, older: 'none' }), said(2_001));

    expect(idsIn(chat)).toEqual(Array.from({ length: 101 }, (_, index) => index + 1_901));
    expect(chat.rooms.get(1)!.older).toBe('more');
  });
});

describe('what happens to a message', () => {
  const shown = () => chatWith({ messages: [message(3), message(4)], older: 'none', info: room(1, 'lobby', { lastId: 4 }) });

  test('an edit puts the new text in its place', () => {
    const chat = receive(shown(), { type: 'edited', id: 9, room: 1, message: message(3, { text: 'better' }) });

    expect(chat.rooms.get(1)!.messages.map(({ text }) => text)).toEqual(['better', 'message 4']);
  });

  test('a deletion takes it out', () => {
    expect(idsIn(receive(shown(), { type: 'deleted', id: 9, room: 1, messageId: 3 }))).toEqual([4]);
  });

  const deleted = (messageId: number) => ({ type: 'deleted', id: 9, room: 1, messageId }) as const;

  test('a deletion of what was unread and is not there has the counts read anew', () => {
    const chat = receive(chatWith({ info: room(1, 'lobby', { lastId: 4, unread: 2 }) }), deleted(4));

    expect(chat.roomsAreStale).toBe(true);
  });

  test.each([
    ['in a room that nobody has opened', 'unknown'],
    ['in a room that was read before', 'none'],
  ] as const)('a deletion of what was unread is counted %s, also when it comes twice', (_, older) => {
    const unread = receiveAll(chatWith({ older }), [said(3), said(4, { text: '@cindy' }), said(5)]);

    const chat = receiveAll(unread, [deleted(4), deleted(4)]);

    expect(info(chat)).toMatchObject({ unread: 2, mentions: 0 });
    expect(chat.roomsAreStale).toBe(false);
  });

  test('a deletion that the list of rooms has counted already is not counted again', () => {
    const listed = chatWith({ info: room(1, 'lobby', { lastId: 4, unread: 1, readUpTo: 2 }), messages: [message(2), message(3), message(4)] });

    expect(info(receive(listed, deleted(3))).unread).toBe(1);
  });

  test('a deletion of some that are unread, where others are not there, has the counts read anew', () => {
    const chat = receive(chatWith({ info: room(1, 'lobby', { lastId: 4, unread: 7 }), messages: [message(3), message(4)] }), deleted(3));

    expect(idsIn(chat)).toEqual([4]);
    expect(chat.roomsAreStale).toBe(true);
  });

  test('reactions come and go, however often they are told', () => {
    const give = { type: 'reaction', id: 9, room: 1, messageId: 3, emoji: '🍕', user: { id: 2, name: 'ethan' }, added: true } as const;
    const given = receiveAll(shown(), [give, give, { ...give, user: { id: 1, name: 'cindy' } }]);
    expect(given.rooms.get(1)!.messages[0]!.reactions).toEqual([{ emoji: '🍕', users: ['ethan', 'cindy'] }]);

    const back = receiveAll(given, [{ ...give, added: false }, { ...give, added: false }, { ...give, user: { id: 1, name: 'cindy' }, added: false }]);
    expect(back.rooms.get(1)!.messages[0]!.reactions).toEqual([]);
  });

  test('what concerns a message that is not shown changes nothing', () => {
    const chat = shown();

    expect(receive(chat, { type: 'edited', id: 9, room: 1, message: message(1) })).toBe(chat);
    expect(receive(chat, { type: 'deleted', id: 9, room: 1, messageId: 1 })).toBe(chat);
  });
});

describe('reading', () => {
  const unread = () => receiveAll(chatWith({ older: 'none' }), [said(3), said(4, { text: '@cindy' }), said(5)]);
  const read = (upTo: number) => ({ type: 'read', id: 9, room: 1, upTo }) as const;

  test('to the end leaves nothing unread', () => {
    expect(info(receive(unread(), read(5)))).toMatchObject({ unread: 0, mentions: 0, readUpTo: 5 });
  });

  test('part of it leaves the rest', () => {
    expect(info(receive(unread(), read(3)))).toMatchObject({ unread: 2, mentions: 1, readUpTo: 3 });
    expect(info(receive(unread(), read(4)))).toMatchObject({ unread: 1, mentions: 0 });
  });

  test('never goes back', () => {
    const chat = receive(unread(), read(5));

    expect(receive(chat, read(3))).toBe(chat);
  });

  test('in what is not shown has the counts read anew', () => {
    const chat = receive(chatWith({ info: room(1, 'lobby', { lastId: 9, unread: 7 }) }), read(4));

    expect(chat.roomsAreStale).toBe(true);
  });
});

describe('rooms', () => {
  const me = { id: cindy.id, name: cindy.name };

  test('a new public room is there to be joined', () => {
    const details = { id: 7, name: 'Kitchen', topic: 'Food', kind: 'public', archived: false } as const;
    const chat = receive(chatWith(), { type: 'room', id: 9, room: 7, details, user: { id: 2, name: 'ethan' } });

    expect(info(chat, 7)).toMatchObject({ name: 'Kitchen', joined: false, unread: 0 });
  });

  test('a renamed room keeps what was read of it', () => {
    const details = { id: 1, name: 'Hall', topic: 'All', kind: 'public', archived: false } as const;
    const chat = receive(chatWith({ messages: [message(3)] }), { type: 'room', id: 9, room: 1, details, user: { id: 2, name: 'ethan' } });

    expect(info(chat).name).toBe('Hall');
    expect(idsIn(chat)).toEqual([3]);
  });

  test('a private room that one left is gone, a public one can be joined again', () => {
    const left = { type: 'left', id: 9, room: 1, user: me } as const;

    expect(receive(chatWith({ info: room(1, 'lobby', { kind: 'private' }) }), left).rooms.has(1)).toBe(false);
    expect(info(receive(chatWith(), left)).joined).toBe(false);
  });

  test('joining, also from elsewhere, has the list of rooms read anew', () => {
    expect(receive(chatWith({ info: room(1, 'lobby', { joined: false }) }), { type: 'joined', id: 9, room: 1, user: me }).roomsAreStale).toBe(true);
    expect(receive(chatWith(), { type: 'joined', id: 9, room: 7, user: me }).roomsAreStale).toBe(true);
  });

  test('others who come and go change nothing of the rooms', () => {
    const chat = chatWith();

    expect(receive(chat, { type: 'joined', id: 9, room: 1, user: { id: ethan.id, name: ethan.name } })).toBe(chat);
  });
});
