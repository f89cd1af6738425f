import { createStore, del, entries, set } from 'idb-keyval';
import type { Attachment } from '../api/types';

/** A file on its way: its bytes stay until a message carries it. */
export interface FileToSend {
  readonly name: string;
  readonly blob: Blob;
  /** What the server called it; absent until it has arrived there. */
  readonly uploaded?: Attachment;
}

/** What somebody has said that is not known to have arrived. */
export interface Entry {
  readonly nonce: string;
  readonly user: number;
  readonly room: number;
  /** When it was said: the place in the order, in milliseconds since the epoch. */
  readonly at: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly files: readonly FileToSend[];
  /** `sent`: stored by the server, not yet heard of by the poll. `failed`: refused; it waits for somebody to decide. */
  readonly state: 'waiting' | 'sent' | 'failed';
  /** The code of the refusal. */
  readonly problem?: string;
}

const store = createStore('snug-outbox', 'entries');

/** @returns what this user has not got through, in the order it was said; nothing where the browser keeps nothing. */
export async function readEntries(user: number): Promise<Entry[]> {
  const all = await entries<string, Entry>(store).catch(() => []);
  return all.map(([, entry]) => entry).filter((entry) => entry.user === user).sort((one, other) => one.at - other.at);
}

/** @throws {Error} when the browser keeps nothing, or has no room for it. */
export const keepEntry = (entry: Entry): Promise<void> => set(entry.nonce, entry, store);

export const dropEntry = (nonce: string): Promise<void> => del(nonce, store).catch(() => undefined);
