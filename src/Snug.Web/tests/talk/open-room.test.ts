import { beforeEach, describe, expect, test, vi } from 'vitest';
import { history } from '../../src/api/calls';
import type { ChatEvent, Message } from '../../src/api/types';
import type { Visit } from '../../src/live/visit.svelte';
import type { ChatState, RoomState } from '../../src/state/chat';
import { receiveAll } from '../../src/state/receive';
import { OpenRoom } from '../../src/talk/open-room.svelte';
import { chatWith, idsIn, message, room, said } from '../made';

vi.mock('../../src/api/calls');

let chat: ChatState;
let listeners: Set<(events: readonly ChatEvent[]) => void>;
let answer: (messages: readonly Message[], more?: boolean) => void;

const visit = {
  get chat() { return chat; },
  update: (change: (chat: ChatState) => ChatState) => (chat = change(chat)),
  listen: (hear: (events: readonly ChatEvent[]) => void) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  },
} as unknown as Visit;

function tell(...events: ChatEvent[]): void {
  chat = receiveAll(chat, events);
  for (const hear of listeners) hear(events);
}

function open(known: Partial<RoomState>): OpenRoom {
  chat = chatWith(known);
  return new OpenRoom(visit, 1);
}

beforeEach(() => {
  listeners = new Set();
  vi.mocked(history).mockReset().mockImplementation(() => new Promise((resolve) => {
    answer = (messages, more = false) => resolve({ messages: [...messages], more });
  }));
});

describe('what happens while a page of history is on its way', () => {
  test('to messages of that page is not lost', async () => {
    const room = open({ messages: [message(9)], older: 'more' });
    const loaded = room.loadOlder();

    tell(
      { type: 'deleted', id: 10, room: 1, messageId: 6 } as ChatEvent,
      { type: 'edited', id: 11, room: 1, message: message(7, { text: 'better' }) } as ChatEvent,
      { type: 'reaction', id: 12, room: 1, messageId: 8, emoji: '🍝', user: { id: 2, name: 'ethan' }, added: true } as ChatEvent,
    );
    answer([message(6), message(7), message(8)]);
    await loaded;

    expect(idsIn(chat)).toEqual([7, 8, 9]);
    expect(room.room!.messages[0]!.text).toBe('better');
    expect(room.room!.messages[1]!.reactions).toEqual([{ emoji: '🍝', users: ['ethan'] }]);
    expect(listeners.size).toBe(0);
  });

  test('is not lost to who comes back from the past', async () => {
    const room = open({ messages: [message(2)], older: 'more', newer: 'more' });
    const loaded = room.loadNewest();
    await vi.waitFor(() => expect(history).toHaveBeenCalled());

    tell(said(10), said(11), { type: 'deleted', id: 12, room: 1, messageId: 10 } as ChatEvent);
    answer([message(8), message(9)], true);
    await loaded;

    expect(idsIn(chat)).toEqual([8, 9, 11]);
  });

  test('in other rooms is no concern of this one', async () => {
    const room = open({ messages: [message(9)], older: 'more' });
    const loaded = room.loadOlder();

    tell({ type: 'deleted', id: 10, room: 2, messageId: 8 } as ChatEvent);
    answer([message(8)]);
    await loaded;

    expect(idsIn(chat)).toEqual([8, 9]);
  });
});

test('a room in which thousands have come while nobody looked begins with the newest', () => {
  const messages = Array.from({ length: 3_000 }, (_, index) => message(index + 11));
  const opened = open({ info: room(1, 'lobby', { unread: 3_000, readUpTo: 7, lastId: 3_010 }), messages, older: 'none' });

  expect(idsIn(chat)).toEqual(messages.slice(-100).map(({ id }) => id));
  expect([opened.room?.older, opened.unreadAfter]).toEqual(['more', 7]);
});

test('what comes while somebody reads further up is held up to a bound, and then fetched as they come down', () => {
  const messages = Array.from({ length: 1_199 }, (_, index) => message(index + 1));
  const opened = open({});
  chat = chatWith({ messages, older: 'none' });

  opened.shorten(false);
  tell(said(1_200));
  opened.shorten(false);
  tell(said(1_201));

  expect(idsIn(chat).at(-1)).toBe(1_200);
  expect(opened.room).toMatchObject({ newer: 'more', info: { lastId: 1_201, unread: 2 } });
});
