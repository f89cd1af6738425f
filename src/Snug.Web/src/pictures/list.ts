// Pictures out of messages, for looking through them one after the other.
import type { Attachment, Message } from '../api/types';
import { kindOf } from '../files/kinds';

export interface Picture {
  readonly file: Attachment;
  /** The message that carries it. */
  readonly message: number;
  readonly room: number;
  readonly from: string;
  readonly at: string;
}

/** In the order in which they were sent. */
export const picturesOf = (messages: readonly Message[]): Picture[] =>
  messages.flatMap(({ id, room, from, at, attachments }) =>
    attachments.filter((file) => kindOf(file) === 'picture').map((file) => ({ file, message: id, room, from: from.name, at })));

/** Newest first, each once: what came is put before what was there. */
export function mergeNewestFirst(known: readonly Picture[], more: readonly Picture[]): Picture[] {
  const all = new Map([...known, ...more].map((picture) => [picture.file.id, picture]));
  return [...all.values()].sort((one, other) => other.message - one.message);
}
