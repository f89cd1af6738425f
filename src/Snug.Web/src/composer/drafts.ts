// What somebody has begun to say in each room, kept in the browser's local storage until it is said.
const Key = 'snug-drafts';

/** Rooms with a draft; the one left alone for longest goes first. */
const MostDrafts = 50;
/** UTF-16 units of one draft: more than can be said, for who pastes too much. */
const LongestDraft = 20_000;

interface Kept {
  readonly user: number;
  /** The one written last is the last. */
  readonly rooms: readonly (readonly [room: number, text: string])[];
}

export const readDraft = (user: number, room: number): string => read(user).rooms.find(([id]) => id === room)?.[1] ?? '';

/** @param text nothing forgets the draft. */
export function keepDraft(user: number, room: number, text: string): void {
  const others = read(user).rooms.filter(([id]) => id !== room);
  const rooms = text ? [...others.slice(1 - MostDrafts), [room, text.slice(0, LongestDraft)] as const] : others;
  try {
    localStorage.setItem(Key, JSON.stringify({ user, rooms } satisfies Kept));
  } catch {
    // Storage is full or forbidden: the draft lasts as long as the room is open.
  }
}

/** Somebody else may be next at this browser. */
export function forgetDrafts(): void {
  try {
    localStorage.removeItem(Key);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}

function read(user: number): Kept {
  const none: Kept = { user, rooms: [] };
  try {
    const kept = JSON.parse(localStorage.getItem(Key) ?? 'null') as Kept | null;
    return kept?.user === user && Array.isArray(kept.rooms) ? { user, rooms: kept.rooms.filter(isDraft) } : none;
  } catch {
    return none;
  }
}

// What lies there, another version or somebody else may have written.
const isDraft = (one: unknown): one is Kept['rooms'][number] => Array.isArray(one) && typeof one[0] === 'number' && typeof one[1] === 'string';
