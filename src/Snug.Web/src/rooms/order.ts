import type { Room } from '../api/types';
import { Lobby, type ChatState } from '../state/chat';

export interface Sections {
  /** Public and private rooms that one is in. */
  readonly joined: readonly Room[];
  /** Direct rooms, the last spoken in first. */
  readonly direct: readonly Room[];
  /** Public rooms that one may join. */
  readonly others: readonly Room[];
  /** Rooms in which nothing more is said: those one is in, then the others. */
  readonly archived: readonly Room[];
}

/** The rooms as the list shows them: the lobby first, then by name. */
export function sectionsOf(chat: ChatState, locale: string): Sections {
  const rooms = [...chat.rooms.values()].map((room) => room.info);
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const byName = (one: Room, other: Room) => Number(other.id === Lobby) - Number(one.id === Lobby) || compare(one.name, other.name) || one.id - other.id;
  const named = rooms.filter((room) => room.kind !== 'direct' && (room.joined || room.kind === 'public')).sort(byName);
  return {
    joined: named.filter((room) => room.joined && !room.archived),
    direct: rooms.filter((room) => room.kind === 'direct').sort((one, other) => other.lastId - one.lastId || other.id - one.id),
    others: named.filter((room) => !room.joined && !room.archived),
    archived: [...named.filter((room) => room.joined && room.archived), ...named.filter((room) => !room.joined && room.archived)],
  };
}

/** The rooms that one is in, as the keys go through them. */
export function orderOf(chat: ChatState, locale: string): Room[] {
  const { joined, direct } = sectionsOf(chat, locale);
  return [...joined, ...direct];
}

/** The next wanted room after the one on screen, around the end; null where there is no other. */
export function neighbourOf(rooms: readonly Room[], current: number | null, step: 1 | -1, isWanted: (room: Room) => boolean): Room | null {
  const at = rooms.findIndex((room) => room.id === current);
  const start = at < 0 && step < 0 ? rooms.length : at;
  for (let far = 1; far <= rooms.length; far++) {
    const room = rooms[(((start + far * step) % rooms.length) + rooms.length) % rooms.length]!;
    if (room.id !== current && isWanted(room)) return room;
  }
  return null;
}

/** How many messages of a room wait for oneself: each of a direct one, and each that calls. */
export const callsOf = (room: Room): number => (room.kind === 'direct' ? room.unread : room.mentions);
