// Pages of history joined to what the room shows already.
import type { Message, Room, User } from '../api/types';
import { changeRoom, emptyRoom, type ChatState, type RoomState } from './chat';

/** What a page on disk keeps of each room: enough to fill a screen while offline. */
const Kept = 100;
/** So many messages are shown at once: browsers look at every row in every frame, however far out of view it is. */
const Shown = 600;

/** The list of rooms as the server has it now; what was read of each stays. */
export function withRooms(chat: ChatState, rooms: readonly Room[]): ChatState {
  const known = new Map(rooms.map((info) => {
    const room = chat.rooms.get(info.id);
    return [info.id, room ? { ...room, info } : emptyRoom(info)];
  }));
  return { ...chat, rooms: known, roomsAreStale: false };
}

/** Everyone as the server knows them now; it may have made oneself a member or an admin meanwhile. */
export function withUsers(chat: ChatState, users: readonly User[]): ChatState {
  const me = users.find((user) => user.id === chat.me.id);
  return { ...chat, users, me: me && me.role !== chat.me.role ? { ...chat.me, role: me.role } : chat.me };
}

/** The newest page in place of whatever was shown; what came by events meanwhile and is newer still stays. */
export function withNewest(chat: ChatState, id: number, messages: readonly Message[], more: boolean): ChatState {
  return changeRoom(chat, id, (room) => {
    const last = messages.at(-1)?.id ?? 0;
    const newer = room.newer === 'none' ? room.messages.filter((message) => message.id > last) : [];
    return { ...room, messages: [...messages, ...newer], older: more ? 'more' : 'none', newer: 'none' };
  });
}

/** A stretch around a place in the past: what is newer is asked for as one scrolls down. */
export function withStretch(chat: ChatState, id: number, messages: readonly Message[], older: boolean, newer: boolean): ChatState {
  return changeRoom(chat, id, (room) => ({ ...room, messages, older: older ? 'more' : 'none', newer: newer ? 'more' : 'none' }));
}

/** What is far below, where one has scrolled far up, goes: it is asked for again as one comes back. */
export function withOlder(chat: ChatState, id: number, messages: readonly Message[], more: boolean): ChatState {
  return changeRoom(chat, id, (room) => {
    const first = room.messages[0]?.id ?? Infinity;
    const all = [...messages.filter((message) => message.id < first), ...room.messages];
    return { ...room, messages: all.slice(0, Shown), older: more ? 'more' : 'none', newer: all.length > Shown ? 'more' : room.newer };
  });
}

export function withNewer(chat: ChatState, id: number, messages: readonly Message[], more: boolean): ChatState {
  return changeRoom(chat, id, (room) => {
    const last = room.messages.at(-1)?.id ?? 0;
    const all = [...room.messages, ...messages.filter((message) => message.id > last)];
    return { ...room, messages: all.slice(-Shown), older: all.length > Shown ? 'more' : room.older, newer: more ? 'more' : 'none' };
  });
}

/** Whether so much has come while somebody stayed at the end that what is far above should go. */
export const isLong = (room: RoomState): boolean => room.newer === 'none' && room.messages.length > Shown;

/** Whether so much has come while somebody read further up that no more of it should be held: it is fetched as they come down. */
export const isFull = (room: RoomState): boolean => room.newer === 'none' && room.messages.length >= 2 * Shown;

/** A room that nobody looks at any more keeps its newest messages only. */
export function withoutOld(room: RoomState): RoomState {
  if (room.newer === 'more') return { ...room, messages: [], older: 'unknown', newer: 'none' };
  return room.messages.length <= Kept ? room : { ...room, messages: room.messages.slice(-Kept), older: 'more' };
}
