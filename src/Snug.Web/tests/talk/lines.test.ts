import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/api/types';
import type { Entry } from '../../src/outbox/entry';
import { daysOf, waitingIn, type Said } from '../../src/talk/lines';
import { cindy, ethan, message } from '../made';

const at = (time: string, id: number, change: Partial<Message> = {}) => message(id, { at: `2030-01-01T${time}Z`, ...change });
const mine = { from: { id: cindy.id, name: cindy.name } };
const waiting = (nonce: string, time: string, change: Partial<Entry> = {}): Entry =>
  ({ nonce, user: cindy.id, name: cindy.name, room: 1, at: Date.parse(`2030-01-01T${time}Z`), text: nonce, files: [], state: 'waiting', ...change });
const days = (said: Partial<Said>) => daysOf({ messages: [], pending: [], me: cindy.id, unreadAfter: null, ...said });
const shape = (said: Partial<Said>) => days(said).flatMap(({ lines }) => lines.map((line) => (line.kind === 'unread' ? '---' : line.isFirst ? 'named' : 'further')));

describe('grouping', () => {
  test('what somebody says in a row stands under one name', () => {
    expect(shape({ messages: [at('12:00:00', 1), at('12:04:59', 2), at('12:05:00', 3, mine)] })).toEqual(['named', 'further', 'named']);
  });

  test('after five minutes the name comes again', () => {
    expect(shape({ messages: [at('12:00:00', 1), at('12:05:01', 2)] })).toEqual(['named', 'named']);
  });

  test('an answer always shows who gives it', () => {
    expect(shape({ messages: [at('12:00:00', 1), at('12:00:01', 2, { replyTo: 1 })] })).toEqual(['named', 'named']);
  });

  test('what waits is grouped as it will be when it has arrived', () => {
    const before = shape({ messages: [at('12:00:00', 1, mine)], pending: [waiting('a', '12:00:05'), waiting('b', '12:00:06')] });
    const after = shape({ messages: [at('12:00:00', 1, mine), at('12:00:06', 2, { ...mine, nonce: 'a' })], pending: [waiting('b', '12:00:06')] });
    expect(before).toEqual(['named', 'further', 'further']);
    expect(after).toEqual(before);
  });

  test('the same message stays the same line', () => {
    const messages = [at('12:00:00', 1), at('12:00:01', 2)];
    const [first] = days({ messages }), [again] = days({ messages: [at('11:59:00', 0), ...messages] });
    expect(again!.lines[2]).toBe(first!.lines[1]);
  });
});

describe('days', () => {
  test('each day is one part of the conversation', () => {
    const messages = [message(1, { at: '2030-01-01T12:00:00Z' }), message(2, { at: '2030-01-03T12:00:00Z' }), message(3, { at: '2030-01-03T12:00:01Z' })];
    expect(days({ messages }).map(({ lines }) => lines.length)).toEqual([1, 2]);
  });

  test('a clock that was put back opens no day a second time', () => {
    const messages = [message(1, { at: '2030-01-01T12:00:00Z' }), message(2, { at: '2030-01-03T12:00:00Z' }), message(3, { at: '2030-01-01T12:00:01Z' })];
    const keys = days({ messages }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the line above what is new', () => {
  test('stands before the first that others said since', () => {
    expect(shape({ messages: [at('12:00:00', 1), at('12:00:01', 2), at('12:00:02', 3)], unreadAfter: 1 })).toEqual(['named', '---', 'named', 'further']);
  });

  test('does not stand above what one said oneself', () => {
    expect(shape({ messages: [at('12:00:00', 1), at('12:00:01', 2, mine)], unreadAfter: 1 })).toEqual(['named', 'named']);
    expect(shape({ messages: [at('12:00:00', 1), at('12:00:01', 2, mine), at('12:00:02', 3)], unreadAfter: 1 })).toEqual(['named', 'named', '---', 'named']);
  });
});

describe('what waits', () => {
  test('is shown in its own room, and no more once the history has it', () => {
    const entries = [waiting('a', '12:00:00'), waiting('b', '12:00:01'), waiting('c', '12:00:02', { room: 2 })];
    expect(waitingIn(1, entries, [message(1, { ...mine, nonce: 'a' }), message(2, { from: { id: ethan.id, name: 'ethan' } })]).map(({ nonce }) => nonce)).toEqual(['b']);
  });
});
