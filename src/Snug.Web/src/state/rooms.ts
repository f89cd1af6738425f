// Rooms that come and go, as the server tells of each.
import type { Room } from '../api/types';
import { changeRoom, emptyRoom, type ChatState } from './chat';

/** A room as the server has it now, known before or not. */
export function withEntry(chat: ChatState, info: Room): ChatState {
  if (chat.rooms.has(info.id)) return changeRoom(chat, info.id, (room) => ({ ...room, info }));
  return { ...chat, rooms: new Map(chat.rooms).set(info.id, emptyRoom(info)) };
}

export function withoutRoom(chat: ChatState, id: number): ChatState {
  if (!chat.rooms.has(id)) return chat;
  const rooms = new Map(chat.rooms);
  rooms.delete(id);
  return { ...chat, rooms };
}

/** Oneself came into a room, or is no longer in it, by whoever's doing. */
export function withMe(chat: ChatState, id: number, joined: boolean): ChatState {
  const room = chat.rooms.get(id);
  if (room?.info.joined === joined) return chat;
  // A list that was asked for before knows of none of this, and what a room counts begins when one joins it.
  const stale = { ...chat, roomsAreStale: true };
  if (!room) return stale;
  if (!joined && room.info.kind !== 'public') return withoutRoom(stale, id);
  return changeRoom(stale, id, (known) => ({ ...known, info: { ...known.info, joined, unread: 0, mentions: 0, readUpTo: joined ? known.info.readUpTo : 0 } }));
}

export function withDetails(chat: ChatState, details: Pick<Room, 'id' | 'name' | 'topic' | 'kind' | 'archived'>): ChatState {
  const { id, name, topic, kind, archived } = details;
  if (!chat.rooms.has(id)) return withNewRoom(chat, details);
  if (kind === 'direct') return chat;
  return changeRoom(chat, id, (room) => ({ ...room, info: { ...room.info, name, topic, kind, archived } }));
}

// Whether one is in it, because one opened it elsewhere, and what a direct one is called, only the list of rooms tells.
function withNewRoom(chat: ChatState, details: Pick<Room, 'id' | 'name' | 'topic' | 'kind' | 'archived'>): ChatState {
  const known = details.kind === 'public' ? withEntry(chat, { ...details, joined: false, unread: 0, mentions: 0, lastId: 0, readUpTo: 0 }) : chat;
  return { ...known, roomsAreStale: true };
}
