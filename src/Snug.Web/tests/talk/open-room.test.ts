import { expect, test } from 'vitest';
import type { Message, Room } from '../../src/api/types';
import type { Visit } from '../../src/live/visit.svelte';
import { emptyChat, emptyRoom, type ChatState } from '../../src/state/chat';
import { OpenRoom } from '../../src/talk/open-room.svelte';

test('a room in which thousands have come while nobody looked begins with the newest', () => {
  const info = { id: 5, unread: 3_000, readUpTo: 7, joined: true, lastId: 3_010 } as Room;
  const messages = Array.from({ length: 3_000 }, (_, index) => ({ id: index + 11 }) as Message);
  const chat = { ...emptyChat({ id: 1, name: 'cindy', role: 'guest' } as ChatState['me']), rooms: new Map([[5, { ...emptyRoom(info), messages, older: 'none' as const }]]) };
  const visit = { chat, update(change: (chat: ChatState) => ChatState) { this.chat = change(this.chat) as typeof chat; } };

  const open = new OpenRoom(visit as unknown as Visit, 5);

  expect(open.room?.messages.map(({ id }) => id)).toEqual(messages.slice(-100).map(({ id }) => id));
  expect([open.room?.older, open.unreadAfter]).toEqual(['more', 7]);
});
