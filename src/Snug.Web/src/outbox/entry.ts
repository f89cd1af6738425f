import { entries } from 'idb-keyval';
import type { Attachment, User } from '../api/types';
import { storeOf } from '../live/store';

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

/** As it is kept: the bytes of its files stand beside it, so that they are written once and not with each change. */
type Kept = Omit<Entry, 'files'> & { readonly files: readonly Omit<FileToSend, 'blob'>[] };

const store = storeOf('snug-outbox', 'entries');

export type Sayer = Pick<User, 'id' | 'name'>;

/** @returns what this user has not got through, in the order it was said; nothing where the browser keeps nothing. */
export const readEntries = async (me: Sayer): Promise<Entry[]> => (await readAll()).filter((entry) => isBy(entry, me));

/** @returns what others, who were in from this browser before, have not got through. */
export const readLeftovers = async (me: Sayer): Promise<Entry[]> => (await readAll()).filter((entry) => !isBy(entry, me) && entry.state !== 'sent');

const isBy = (entry: Entry, me: Sayer): boolean => entry.user === me.id && entry.name === me.name;

async function readAll(): Promise<Entry[]> {
  const all = new Map(await entries<string, unknown>(store).catch(() => []));
  return [...all.values()]
    .filter(isKept)
    .map((kept) => ({ ...kept, files: kept.files.map((file, index) => ({ ...file, blob: (all.get(fileKey(kept.nonce, index)) ?? Lost) as Blob })) }))
    .sort((one, other) => one.at - other.at);
}

// Bytes of files stand there too, and what another version, or somebody, has written.
function isKept(value: unknown): value is Kept {
  const kept = value as Partial<Kept> | null;
  return typeof kept?.nonce === 'string' && typeof kept.room === 'number' && typeof kept.text === 'string' && Array.isArray(kept.files);
}

/** @throws {Error} when the browser keeps nothing, or has no room for it. */
export const addEntry = (entry: Entry): Promise<void> =>
  store('readwrite', (kept) => {
    kept.put(withoutBytes(entry), entry.nonce);
    for (const [index, { blob }] of entry.files.entries()) kept.put(blob, fileKey(entry.nonce, index));
    return finished(kept.transaction);
  });

/**
 * Writes what has become of an entry.
 * @returns false when it is no more: another tab has taken it back.
 * @throws {Error} as `addEntry` does.
 */
export const changeEntry = (entry: Entry): Promise<boolean> =>
  store('readwrite', async (kept) => {
    let isThere = false;
    const find = kept.getKey(entry.nonce);
    find.onsuccess = () => {
      isThere = find.result !== undefined;
      if (isThere) kept.put(withoutBytes(entry), entry.nonce);
    };
    await finished(kept.transaction);
    return isThere;
  });

/** An entry and its files. */
export const dropEntry = (nonce: string): Promise<void> =>
  store('readwrite', (kept) => {
    kept.delete(nonce);
    kept.delete(IDBKeyRange.bound(fileKey(nonce, ''), fileKey(nonce, '\uffff')));
    return finished(kept.transaction);
  }).catch(() => undefined);

// A browser that repaired its database may have lost some of it: the server refuses an empty file, and somebody decides.
const Lost = new Blob();

const fileKey = (nonce: string, index: number | string): string => `${nonce}/${index}`;

const withoutBytes = (entry: Entry): Kept => ({ ...entry, files: entry.files.map(({ blob: _, ...file }) => file) });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('the browser kept nothing'));
  });
