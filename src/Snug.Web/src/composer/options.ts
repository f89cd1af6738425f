// What the list above the composer offers.
import type { Room, User } from '../api/types';
import type { Emoji } from '../emoji/data';
import type { ChatState } from '../state/chat';
import { Fit, ranked } from '../text/rank';
import { t } from '../texts/texts.svelte';
import { commandsFor, type Wanted } from './wanted';

export interface Option {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** What stands in the text when it is taken. */
  readonly text: string;
  readonly looks: { readonly kind: 'person'; readonly here: boolean } | { readonly kind: 'room'; readonly isPrivate: boolean } | { readonly kind: 'emoji'; readonly emoji: string } | { readonly kind: 'command' };
}

/** What fits above a phone's keyboard. */
export const Most = 8;

/** @param members those in the room, null while that is not known. */
export function optionsFor(wanted: Wanted, chat: ChatState, members: readonly User[] | null): Option[] {
  switch (wanted.kind) {
    case 'person': return people(chat, members, wanted.query).map((user) => toPerson(user, wanted.mark));
    case 'room': return rooms(chat, wanted.query).map((room) => toRoom(room, wanted.mark));
    case 'command': return commandsFor(wanted.query).map((name) =>
      ({ key: name, label: `/${name} ${t.composer.commands[name].needs}`.trim(), hint: t.composer.commands[name].does, text: `/${name} `, looks: { kind: 'command' } }));
    default: return [];
  }
}

/** Those in the room first, and of each those who are here. */
function people(chat: ChatState, members: readonly User[] | null, query: string): User[] {
  const inRoom = new Set(members?.map(({ id }) => id));
  const order = (user: User) => (inRoom.has(user.id) ? 0 : 2) + (user.here ? 0 : 1);
  const others = chat.users.filter((user) => user.id !== chat.me.id);
  return fitting(others.toSorted((one, other) => order(one) - order(other) || one.name.localeCompare(other.name)), query);
}

/** Those one is in first. */
function rooms(chat: ChatState, query: string): Room[] {
  const known = [...chat.rooms.values()].map(({ info }) => info).filter(({ kind, archived }) => kind !== 'direct' && !archived);
  return fitting(known.toSorted((one, other) => Number(other.joined) - Number(one.joined) || one.name.localeCompare(other.name)), query);
}

// Within a text only what stands in the name as typed: whoever means none of them types on.
const fitting = <T extends { readonly name: string }>(all: readonly T[], query: string): T[] =>
  ranked(all, query, ({ name }) => name, Fit.Within).slice(0, Most);

const toPerson = ({ id, name, here }: User, mark: string): Option =>
  ({ key: `person-${id}`, label: name, hint: here ? '' : t.composer.away, text: `${mark}${name} `, looks: { kind: 'person', here: here === true } });

const toRoom = ({ id, name, topic, kind }: Room, mark: string): Option =>
  ({ key: `room-${id}`, label: name, hint: topic, text: `${mark}${name} `, looks: { kind: 'room', isPrivate: kind === 'private' } });

export const toEmoji = ({ emoji, name, codes }: Emoji): Option =>
  ({ key: emoji, label: codes[0] ? `:${codes[0]}:` : name, hint: codes[0] ? name : '', text: `${emoji} `, looks: { kind: 'emoji', emoji } });
