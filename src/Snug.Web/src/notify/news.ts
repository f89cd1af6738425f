// Which of the news somebody would want to be called for.
import type { ChatEvent, Message } from '../api/types';
import type { ChatState } from '../state/chat';
import { callsFor } from '../state/mentions';

export interface Call {
  readonly message: Message;
  readonly room: number;
  /** What to call the room; null for a direct one of two, which is called as its speaker. */
  readonly place: string | null;
}

/**
 * The messages among the events that wait for oneself: said directly, or with one's name in it.
 * @param before the chat as it was, which may have known them already: after a cut-off answer they come twice.
 * @param now the chat as it is: what was read meanwhile on another device calls nobody.
 */
export function callsIn(events: readonly ChatEvent[], before: ChatState, now: ChatState): Call[] {
  return events.flatMap((event) => {
    if (event.type !== 'message') return [];
    const room = now.rooms.get(event.room)?.info;
    const isNew = event.id > (before.rooms.get(event.room)?.info.lastId ?? 0);
    if (!isNew || event.message.from.id === now.me.id || event.id <= (room?.readUpTo ?? 0)) return [];
    const isDirect = room?.kind === 'direct';
    if (!isDirect && !callsFor(event.message.text, now.me.name)) return [];
    return [{ message: event.message, room: event.room, place: !room || room.name === event.message.from.name ? null : room.name }];
  });
}

/** Whether a message is news to somebody who comes back: not what was said while nobody could be told. */
export const isFresh = (message: Message, now: number): boolean => now - new Date(message.at).getTime() < Fresh;

const Fresh = 60_000;
