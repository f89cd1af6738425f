import { expect, test } from 'vitest';
import { isLong, withNewer, withNewest, withOlder, withoutOld, withRooms, withStretch } from '../../src/state/history';
import { receive } from '../../src/state/receive';
import { chatWith, idsIn, message, room, said } from '../made';

const page = (...ids: number[]) => ids.map((id) => message(id));

test('what came while the newest page was asked for stays behind it', () => {
  const asked = receive(chatWith(), said(9));

  const chat = withNewest(asked, 1, page(6, 7, 8), true);

  expect(idsIn(chat)).toEqual([6, 7, 8, 9]);
  expect(chat.rooms.get(1)).toMatchObject({ older: 'more', newer: 'none' });
});

test('an older page stands before what is shown, without what is there already', () => {
  const chat = withOlder(chatWith({ messages: page(6, 7), older: 'more' }), 1, page(4, 5, 6), false);

  expect(idsIn(chat)).toEqual([4, 5, 6, 7]);
  expect(chat.rooms.get(1)!.older).toBe('none');
});

test('a stretch of the past grows towards the newest, and then goes on with what comes', () => {
  const past = withStretch(chatWith(), 1, page(2, 3), true, true);
  const whole = withNewer(past, 1, page(3, 4, 5), false);

  expect(idsIn(receive(whole, said(6)))).toEqual([2, 3, 4, 5, 6]);
});

test('of a long way up the end goes, and of the way back the beginning', () => {
  const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const far = withOlder(chatWith({ messages: page(...ids(51, 600)), older: 'more' }), 1, page(...ids(1, 50)), false);

  expect(idsIn(far)).toEqual(ids(1, 600));
  expect(far.rooms.get(1)).toMatchObject({ older: 'none', newer: 'more' });
  expect(idsIn(receive(far, said(651)))).toEqual(ids(1, 600));

  const back = withNewer(far, 1, page(...ids(601, 51)), false);

  expect(idsIn(back)).toEqual(ids(52, 600));
  expect(back.rooms.get(1)).toMatchObject({ older: 'more', newer: 'none' });
});

test('a room is long when more has come than is shown, and while nothing is missing at its end', () => {
  const messages = page(...Array.from({ length: 601 }, (_, index) => index + 1));

  expect(isLong(chatWith({ messages }).rooms.get(1)!)).toBe(true);
  expect(isLong(chatWith({ messages, newer: 'more' }).rooms.get(1)!)).toBe(false);
  expect(isLong(chatWith({ messages: messages.slice(1) }).rooms.get(1)!)).toBe(false);
});

test('the newest page takes the place of a stretch of the past', () => {
  const past = withStretch(chatWith(), 1, page(2, 3), true, true);

  expect(idsIn(withNewest(past, 1, page(8, 9), true))).toEqual([8, 9]);
});

test('a list of rooms brings new ones, drops those that are gone, and keeps what was read', () => {
  const chat = withRooms(chatWith({ messages: page(3) }), [room(1, 'lobby', { unread: 4 }), room(2, 'Kitchen')]);

  expect(idsIn(chat)).toEqual([3]);
  expect(chat.rooms.get(1)!.info.unread).toBe(4);
  expect([...chat.rooms.keys()]).toEqual([1, 2]);
  expect([...withRooms(chat, [room(2)]).rooms.keys()]).toEqual([2]);
});

test('a room that is left alone keeps its newest messages only', () => {
  const many = chatWith({ messages: page(...Array.from({ length: 250 }, (_, index) => index + 1)), older: 'none' }).rooms.get(1)!;

  const kept = withoutOld(many);

  expect(kept.messages.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, index) => index + 151));
  expect(kept.older).toBe('more');
});

test('a room that is left in the past is read anew', () => {
  const past = withStretch(chatWith(), 1, page(2, 3), true, true).rooms.get(1)!;

  expect(withoutOld(past)).toMatchObject({ messages: [], older: 'unknown', newer: 'none' });
});
