// What stands below what in a conversation: days, the line above what is new, and messages grouped by who speaks.
import type { Message } from '../api/types';
import type { Entry } from '../outbox/entry';

export interface Day {
  readonly key: string;
  readonly date: Date;
  readonly lines: readonly Line[];
}

export type Line =
  | { readonly kind: 'unread'; readonly key: string }
  | MessageLine
  | { readonly kind: 'pending'; readonly key: string; readonly entry: Entry; readonly isFirst: boolean };

interface MessageLine {
  readonly kind: 'message';
  readonly key: string;
  readonly message: Message;
  readonly at: Date;
  /** Whether it shows who speaks. */
  readonly isFirst: boolean;
}

/** What a conversation is made of: see `daysOf`. */
export interface Said {
  readonly messages: readonly Message[];
  /** What was said here and has not arrived. */
  readonly pending: readonly Entry[];
  readonly me: number;
  /** The id behind which the line above what is new stands; null for no line. */
  readonly unreadAfter: number | null;
}

/** Longer than this, in milliseconds, and the same speaker's next message shows the name again. */
const Together = 5 * 60_000;

export function daysOf({ messages, pending, me, unreadAfter }: Said): Day[] {
  const days: { key: string; date: Date; lines: Line[] }[] = [];
  let before: { from: number; at: Date } | null = null;
  let isLineDue = unreadAfter !== null;

  const isFirst = (from: number, at: Date, answers: boolean): boolean => {
    const key = dayOf(at);
    const today = days.at(-1);
    // A clock that was put back opens no day a second time.
    const isNewDay = !today || (today.key !== key && at > today.date);
    if (isNewDay) days.push({ key, date: at, lines: [] });
    return isNewDay || answers || before?.from !== from || at.getTime() - before.at.getTime() > Together;
  };

  for (const message of messages) {
    const at = timeOf(message);
    let first = isFirst(message.from.id, at, message.replyTo !== undefined);
    if (isLineDue && message.id > unreadAfter! && message.from.id !== me) {
      days.at(-1)!.lines.push({ kind: 'unread', key: 'unread' });
      isLineDue = false;
      first = true;
    }
    days.at(-1)!.lines.push(lineOf(message, at, first));
    before = { from: message.from.id, at };
  }

  for (const entry of pending) {
    const at = new Date(entry.at);
    const first = isFirst(me, at, entry.replyTo !== undefined);
    days.at(-1)!.lines.push({ kind: 'pending', key: `pending-${entry.nonce}`, entry, isFirst: first });
    before = { from: me, at };
  }
  return days;
}

/** What waits in the outbox and is not shown as a message yet: the history may bring it before the poll tells. */
export function waitingIn(room: number, entries: readonly Entry[], messages: readonly Message[]): Entry[] {
  const waiting = entries.filter((entry) => entry.room === room);
  if (waiting.length === 0) return waiting;
  const arrived = new Set(messages.slice(-100).map((message) => message.nonce));
  return waiting.filter((entry) => !arrived.has(entry.nonce));
}

// The same message stays the same line, so that of thousands only those are drawn anew that have changed.
const firstLines = new WeakMap<Message, MessageLine>();
const furtherLines = new WeakMap<Message, MessageLine>();
const times = new WeakMap<Message, Date>();

function lineOf(message: Message, at: Date, isFirst: boolean): MessageLine {
  const known = isFirst ? firstLines : furtherLines;
  const line: MessageLine = known.get(message) ?? { kind: 'message', key: `message-${message.id}`, message, at, isFirst };
  known.set(message, line);
  return line;
}

function timeOf(message: Message): Date {
  const time = times.get(message) ?? new Date(message.at);
  times.set(message, time);
  return time;
}

const dayOf = (date: Date): string => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
