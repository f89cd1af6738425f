import type { Room } from '../api/types';
import { Lobby, type ChatState } from '../state/chat';

export interface Sections {
  /** Public and private rooms that one is in. */
  readonly joined: readonly Room[];
  /** Direct rooms, the last spoken in first. */
  readonly direct: readonly Room[];
  /** Public rooms that one may join. */
  readonly others: readonly Room[];
}

/** The rooms as the list shows them: the lobby first, then by name. */
export function sectionsOf(chat: ChatState, locale: string): Sections {
  const rooms = [...chat.rooms.values()].map((room) => room.info);
  const byName = (one: Room, other: Room) => one.name.localeCompare(other.name, locale, { sensitivity: 'base', numeric: true });
  const joined = rooms.filter((room) => room.joined && room.kind !== 'direct').sort(byName);
  return {
    joined: [...joined.filter((room) => room.id === Lobby), ...joined.filter((room) => room.id !== Lobby)],
    direct: rooms.filter((room) => room.kind === 'direct').sort((one, other) => other.lastId - one.lastId || other.id - one.id),
    others: rooms.filter((room) => !room.joined && room.kind === 'public' && !room.archived).sort(byName),
  };
}
