import { createStore, del, entries, set } from 'idb-keyval';
import type { Attachment, User } from '../api/types';

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
  /** The user's name: another chat at this address counts its users from one, too. */
  readonly name: string;
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

export type Sayer = Pick<User, 'id' | 'name'>;

/** @returns what this user has not got through, in the order it was said; nothing where the browser keeps nothing. */
export const readEntries = async (me: Sayer): Promise<Entry[]> => (await readAll()).filter((entry) => isBy(entry, me));

/** @returns what others, who were in from this browser before, have not got through. */
export const readLeftovers = async (me: Sayer): Promise<Entry[]> => (await readAll()).filter((entry) => !isBy(entry, me) && entry.state !== 'sent');

const isBy = (entry: Entry, me: Sayer): boolean => entry.user === me.id && entry.name === me.name;

async function readAll(): Promise<Entry[]> {
  const all = await entries<string, Entry>(store).catch(() => []);
  return all.map(([, entry]) => entry).sort((one, other) => one.at - other.at);
}

/** @throws {Error} when the browser keeps nothing, or has no room for it. */
export const keepEntry = (entry: Entry): Promise<void> => set(entry.nonce, entry, store);

export const dropEntry = (nonce: string): Promise<void> => del(nonce, store).catch(() => undefined);
