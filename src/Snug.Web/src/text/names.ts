// Who and what a text calls by name: @cindy, #Kitchen.
import type { ChatState } from '../state/chat';
import { calls, isSame, keyOf } from '../state/mentions';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly text: string; readonly isMe: boolean }
  | { readonly kind: 'room'; readonly text: string; readonly id: number };

/** The names that the chat knows, by how they are compared. */
export interface Names {
  readonly me: string;
  readonly people: ReadonlySet<string>;
  readonly rooms: ReadonlyMap<string, number>;
}

/** The server's limit for a room's name. */
const LongestRoom = 64;

const Room = /(?<![\p{L}\p{Nd}#&/])#(?=[^\s#])/gu;

/** The same object as before while nobody and no room is called otherwise: what is drawn with it then stays as it is. */
export function namesOf(chat: ChatState): Names {
  if (last.chat === chat) return last.names;
  const people = new Set(chat.users.map((user) => keyOf(user.name)));
  const rooms = new Map([...chat.rooms.values()].filter(({ info }) => info.kind !== 'direct').map(({ info }) => [keyOf(info.name), info.id]));
  const { names } = last;
  const isSameAsBefore = names.me === chat.me.name && people.size === names.people.size && rooms.size === names.rooms.size
    && [...people].every((name) => names.people.has(name)) && [...rooms].every(([name, id]) => names.rooms.get(name) === id);
  last = { chat, names: isSameAsBefore ? names : { me: chat.me.name, people, rooms } };
  return last.names;
}

let last: { chat: ChatState | null; names: Names } = { chat: null, names: { me: '', people: new Set(), rooms: new Map() } };

/** The text in pieces; one piece where it calls nothing that is known. */
export function splitNames(text: string, names: Names): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of [...people(text, names), ...rooms(text, names)].sort((one, other) => one.index - other.index)) {
    if (found.index < done) continue;
    if (found.index > done) pieces.push({ kind: 'text', text: text.slice(done, found.index) });
    pieces.push(found.piece);
    done = found.index + found.piece.text.length;
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
}

interface Found { readonly index: number; readonly piece: Piece }

function* people(text: string, names: Names): Generator<Found> {
  for (const { name, index } of calls(text)) {
    // A sentence may end behind a name.
    const known = [name, name.replace(/[.-]+$/, '')].find((called) => isSame(called, names.me) || names.people.has(keyOf(called)));
    if (known) yield { index, piece: { kind: 'person', text: `@${known}`, isMe: isSame(known, names.me) } };
  }
}

function* rooms(text: string, names: Names): Generator<Found> {
  if (names.rooms.size === 0) return;
  for (const { index } of text.matchAll(Room)) {
    const name = roomAt(text, index + 1, names.rooms);
    if (name) yield { index, piece: { kind: 'room', text: `#${name}`, id: names.rooms.get(keyOf(name))! } };
  }
}

// Names may have spaces: the longest one that is a room and ends where a word ends.
function roomAt(text: string, start: number, known: ReadonlyMap<string, number>): string | null {
  for (let end = Math.min(text.length, start + LongestRoom); end > start; end--) {
    if (/^[\p{L}\p{Nd}]/u.test(text.slice(end, end + 2)) && /[\p{L}\p{Nd}]$/u.test(text.slice(start, end))) continue;
    const name = text.slice(start, end);
    if (known.has(keyOf(name))) return name;
  }
  return null;
}
