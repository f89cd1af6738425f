// Values as the server gives them, with what a test does not care for filled in.
import type { Message, Room, User } from '../src/api/types';
import { emptyChat, emptyRoom, type ChatState, type RoomState } from '../src/state/chat';

export const user = (id: number, name: string, more: Partial<User> = {}): User => ({ id, name, role: 'guest', here: true, ...more });

export const cindy = user(1, 'cindy');
export const ethan = user(2, 'ethan');

export const room = (id = 1, name = 'lobby', more: Partial<Room> = {}): Room =>
  ({ id, name, topic: '', kind: 'public', archived: false, joined: true, unread: 0, mentions: 0, lastId: 0, readUpTo: 0, ...more });

export const message = (id: number, more: Partial<Message> = {}): Message =>
  ({ id, room: 1, from: { id: ethan.id, name: ethan.name }, at: '2030-01-01T12:00:00Z', text: `message ${id}`, attachments: [], reactions: [], ...more });

export const said = (id: number, more: Partial<Message> = {}) =>
  ({ type: 'message', id, room: more.room ?? 1, message: message(id, more) }) as const;

/** The chat as cindy knows it. */
export function chatOf(rooms: readonly Room[], users: readonly User[] = [cindy, ethan]): ChatState {
  return { ...emptyChat(cindy), users, rooms: new Map(rooms.map((info) => [info.id, emptyRoom(info)])) };
}

/** cindy's chat with one room in it. */
export function chatWith(known: Partial<RoomState> = {}): ChatState {
  const only = { ...emptyRoom(room()), ...known };
  return { ...emptyChat(cindy), rooms: new Map([[only.info.id, only]]) };
}

export const idsIn = (chat: ChatState, id = 1): number[] => chat.rooms.get(id)!.messages.map((known) => known.id);
