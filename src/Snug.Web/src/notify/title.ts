// How much waits, as the page's title, its icon and its badge say it.
import { callsOf } from '../rooms/order';
import type { ChatState } from '../state/chat';

export interface Waiting {
  /** Messages that wait for oneself. */
  readonly calls: number;
  readonly isAnyUnread: boolean;
}

export function waitingIn(chat: ChatState): Waiting {
  const rooms = [...chat.rooms.values()].map((room) => room.info).filter((room) => room.joined);
  return { calls: rooms.reduce((sum, room) => sum + callsOf(room), 0), isAnyUnread: rooms.some((room) => room.unread > 0 && !room.archived) };
}

/** @param place the room on screen, or what else is; empty for none. */
export function titleOf({ calls, isAnyUnread }: Waiting, place: string): string {
  const name = place ? `${place} · Snug` : 'Snug';
  return calls > 0 ? `(${calls}) ${name}` : isAnyUnread ? `• ${name}` : name;
}
