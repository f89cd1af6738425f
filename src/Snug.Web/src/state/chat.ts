// The chat as one person knows it: plain values, changed only by the pure functions beside this file.
import type { Message, Room, User } from '../api/types';

/** The room that everyone is in. */
export const Lobby = 1;

export interface ChatState {
  readonly me: User;
  readonly rooms: ReadonlyMap<number, RoomState>;
  /** Everyone the server knows, here or not. */
  readonly users: readonly User[];
  /** Something happened that only the server's list of rooms can tell: it must be read again. */
  readonly roomsAreStale: boolean;
}

export interface RoomState {
  readonly info: Room;
  /** A stretch of the room's messages without holes, oldest first. */
  readonly messages: readonly Message[];
  /** Whether there are messages before the stretch; unknown until the history was asked. */
  readonly older: 'unknown' | 'more' | 'none';
  /** Whether there are messages after the stretch; where there are none, what comes continues it. */
  readonly newer: 'more' | 'none';
}

export const emptyChat = (me: User): ChatState => ({ me, rooms: new Map(), users: [], roomsAreStale: false });

export const emptyRoom = (info: Room): RoomState => ({ info, messages: [], older: 'unknown', newer: 'none' });

/** @returns the chat with one room changed; the same chat where there is no such room. */
export function changeRoom(chat: ChatState, id: number, change: (room: RoomState) => RoomState): ChatState {
  const room = chat.rooms.get(id);
  if (!room) return chat;
  const changed = change(room);
  return changed === room ? chat : { ...chat, rooms: new Map(chat.rooms).set(id, changed) };
}

export function changeMessage(room: RoomState, id: number, change: (message: Message) => Message): RoomState {
  const index = room.messages.findIndex((message) => message.id === id);
  return index < 0 ? room : { ...room, messages: room.messages.with(index, change(room.messages[index]!)) };
}

export const withRole = (chat: ChatState, role: User['role']): ChatState => ({ ...chat, me: { ...chat.me, role } });
