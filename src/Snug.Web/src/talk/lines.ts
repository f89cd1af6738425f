// What stands below what in a conversation: days, the line above what is new, and messages grouped by who speaks.
import type { Message } from '../api/types';

export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly date: Date }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly isFirst: boolean };

/** Longer than this, in milliseconds, and the same speaker's next message shows the name again. */
const Together = 5 * 60_000;

/** @param unreadAfter the id behind which the line above what is new stands; null for no line. */
export function linesOf(messages: readonly Message[], me: number, unreadAfter: number | null): Line[] {
  const lines: Line[] = [];
  let before: Message | null = null;
  let isLineDue = unreadAfter !== null;
  for (const message of messages) {
    const date = new Date(message.at);
    const isNewDay = !before || dayOf(new Date(before.at)) !== dayOf(date);
    if (isNewDay) lines.push({ kind: 'day', key: `day-${dayOf(date)}`, date });
    const isBehindLine = isLineDue && message.id > unreadAfter! && message.from.id !== me;
    if (isBehindLine) {
      lines.push({ kind: 'unread', key: 'unread' });
      isLineDue = false;
    }
    const isFirst = isNewDay || isBehindLine || !before || before.from.id !== message.from.id || message.replyTo !== undefined
      || date.getTime() - new Date(before.at).getTime() > Together;
    lines.push({ kind: 'message', key: `message-${message.id}`, message, isFirst });
    before = message;
  }
  return lines;
}

const dayOf = (date: Date): string => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
