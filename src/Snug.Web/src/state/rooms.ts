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

type Details = Pick<Room, 'id' | 'name' | 'topic' | 'kind' | 'archived'>;

export function withDetails(chat: ChatState, details: Details, isMine: boolean): ChatState {
  const { id, name, topic, kind, archived } = details;
  if (!chat.rooms.has(id)) return withNewRoom(chat, details, isMine);
  if (kind === 'direct') return chat;
  return changeRoom(chat, id, (room) => ({ ...room, info: { ...room.info, name, topic, kind, archived } }));
}

// Who opens a room is in it, and what a direct or private one is to its reader only the list of rooms tells. A public room that somebody
// else opens is known without asking: or everyone would ask at the same moment.
function withNewRoom(chat: ChatState, details: Details, isMine: boolean): ChatState {
  if (details.kind !== 'public') return { ...chat, roomsAreStale: true };
  const known = withEntry(chat, { ...details, joined: false, unread: 0, mentions: 0, lastId: 0, readUpTo: 0 });
  return isMine ? { ...known, roomsAreStale: true } : known;
}
