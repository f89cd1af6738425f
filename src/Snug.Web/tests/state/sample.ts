import type { Message, Room, User } from '../../src/api/types';
import { emptyChat, emptyRoom, type ChatState, type RoomState } from '../../src/state/chat';

export const cindy: User = { id: 1, name: 'cindy', role: 'guest' };
export const ethan: User = { id: 2, name: 'ethan', role: 'guest' };

export const room = (change: Partial<Room> = {}): Room => ({
  id: 1, name: 'lobby', topic: '', kind: 'public', archived: false, joined: true, unread: 0, mentions: 0, lastId: 0, readUpTo: 0, ...change,
});

export const message = (id: number, change: Partial<Message> = {}): Message => ({
  id, room: 1, from: { id: ethan.id, name: ethan.name }, at: '2030-01-01T12:00:00Z', text: `message ${id}`, attachments: [], reactions: [], ...change,
});

export const said = (id: number, change: Partial<Message> = {}) =>
  ({ type: 'message', id, room: change.room ?? 1, message: message(id, change) }) as const;

/** cindy's chat with one room in it. */
export const chatWith = (change: Partial<RoomState> = {}): ChatState => {
  const known = { ...emptyRoom(room()), ...change };
  return { ...emptyChat(cindy), rooms: new Map([[known.info.id, known]]) };
};

export const idsIn = (chat: ChatState, id = 1): number[] => chat.rooms.get(id)!.messages.map((known) => known.id);
