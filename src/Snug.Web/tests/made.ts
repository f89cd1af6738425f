// Values as the server gives them, with what a test does not care for filled in.
import type { Message, Room, User } from '../src/api/types';
import { emptyChat, emptyRoom, type ChatState } from '../src/state/chat';

export const user = (id: number, name: string, more: Partial<User> = {}): User => ({ id, name, role: 'guest', here: true, ...more });

export const room = (id: number, name: string, more: Partial<Room> = {}): Room =>
  ({ id, name, topic: '', kind: 'public', archived: false, joined: true, unread: 0, mentions: 0, lastId: 0, readUpTo: 0, ...more });

export const message = (id: number, from: User, text: string, more: Partial<Message> = {}): Message =>
  ({ id, room: 1, from: { id: from.id, name: from.name }, at: '2031-05-01T12:00:00Z', text, attachments: [], reactions: [], ...more }) as Message;

export const cindy = user(1, 'cindy');
export const ethan = user(2, 'ethan');

/** The chat as cindy knows it. */
export function chatOf(rooms: readonly Room[], users: readonly User[] = [cindy, ethan]): ChatState {
  return { ...emptyChat(cindy), users, rooms: new Map(rooms.map((info) => [info.id, emptyRoom(info)])) };
}
