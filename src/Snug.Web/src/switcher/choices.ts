// What the switcher offers: rooms and people, as one types.
import type { Room, User } from '../api/types';
import { callsOf, sectionsOf } from '../rooms/order';
import { partnerOf } from '../rooms/partner';
import type { ChatState } from '../state/chat';
import { ranked } from '../text/rank';

export type Choice =
  | { readonly kind: 'room'; readonly key: string; readonly name: string; readonly room: Room }
  | { readonly kind: 'person'; readonly key: string; readonly name: string; readonly user: User };

/** More than anybody reads; one types another letter instead. */
const Shown = 40;

/** @param current the room on screen, which nobody wants to go to. */
export function choicesFor(chat: ChatState, typed: string, locale: string, current: number | null): Choice[] {
  const { joined, direct, archived, others } = sectionsOf(chat, locale);
  const rooms = [...joined, ...direct, ...others, ...archived].filter((room) => room.id !== current);
  // Whoever one talks with already is found as that room.
  const known = new Set(direct.map((room) => partnerOf(chat, room)?.id));
  const people = chat.users
    .filter((user) => user.id !== chat.me.id && !known.has(user.id))
    .sort((one, other) => Number(other.here) - Number(one.here) || one.name.localeCompare(other.name, locale));
  const choices: Choice[] = [
    ...unreadFirst(rooms).map((room) => ({ kind: 'room' as const, key: `room-${room.id}`, name: room.name, room })),
    ...people.map((user) => ({ kind: 'person' as const, key: `person-${user.id}`, name: user.name, user })),
  ];
  return ranked(choices, typed, (choice) => choice.name).slice(0, Shown);
}

const unreadFirst = (rooms: readonly Room[]): Room[] => [
  ...rooms.filter((room) => room.joined && callsOf(room) > 0),
  ...rooms.filter((room) => room.joined && callsOf(room) === 0 && room.unread > 0),
  ...rooms.filter((room) => !room.joined || room.unread === 0),
];

