// Who stands where in the list of people.
import type { User } from '../api/types';
import { ranked } from '../text/rank';

export interface PeopleList {
  readonly key: 'inRoom' | 'here' | 'away';
  readonly users: readonly User[];
}

export interface Known {
  readonly users: readonly User[];
  /** Who is in the room; null in the lobby, where everyone is. */
  readonly members: readonly User[] | null;
  readonly me: number;
  /** Whether the server can be reached: whoever sees the page without it is not here for the others. */
  readonly isOnline: boolean;
}

/** Those in the room first, then everyone else who is here, then those who are not. */
export function listsOf(known: Known, typed: string, locale: string): PeopleList[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const isIn = new Set(known.members?.map((user) => user.id));
  const people = ranked(known.users.map((user) => withPresence(user, known)).sort((one, other) => compare(one.name, other.name)), typed, (user) => user.name);
  const [inRoom, rest] = [people.filter((user) => isIn.has(user.id)), people.filter((user) => !isIn.has(user.id))];
  const lists: PeopleList[] = [
    { key: 'inRoom', users: [...inRoom.filter((user) => user.here), ...inRoom.filter((user) => !user.here)] },
    { key: 'here', users: rest.filter((user) => user.here) },
    { key: 'away', users: rest.filter((user) => !user.here) },
  ];
  return lists.filter((list) => list.users.length > 0);
}

/** A user who is here as far as this page can tell. */
export function withPresence(user: User, { me, isOnline }: Pick<Known, 'me' | 'isOnline'>): User {
  return { ...user, here: isOnline && (user.here === true || user.id === me) };
}
