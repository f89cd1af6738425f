import * as calls from '../api/calls';
import type { ChatEvent, User } from '../api/types';
import type { ChatState } from '../state/chat';
import { withRooms, withUsers } from '../state/history';
import { quietly } from './quietly';
import { Rereading } from './rereading';

/** How often the list of who is here is asked for, in milliseconds, while somebody looks: more seldom where it is long, or a thousand
 * people who look at a thousand names each would be most of what the server does. But never so seldom that it tells nothing. */
const PeopleEvery = 15_000, PeopleEveryForEach = 50, PeopleAtLeastEvery = 300_000;
/** How long, in milliseconds, news of who is here wait for more of them: a server full of people who come in is asked once. */
const PeopleSoon = 1_000;
/** Who spoke no longer ago than this, in milliseconds, is likely to be here still. */
const JustNow = 30_000;

export interface ListsHooks {
  isStale(): boolean;
  change(change: (chat: ChatState) => ChatState): void;
  /** Whether somebody looks, the server is there, and data need not be saved. */
  mayAsk(): boolean;
}

/** The rooms and the people, which events tell of only in part: they are read on the side. */
export class Lists {
  private readonly rooms = new Rereading(() => this.readAll());
  private soon: ReturnType<typeof setTimeout> | null = null;
  private plan: ReturnType<typeof setTimeout> | undefined;
  private known = 0;

  constructor(private readonly hooks: ListsHooks) {}

  start(stop: AbortSignal): void {
    this.planPeople();
    stop.addEventListener('abort', () => {
      clearTimeout(this.plan);
      if (this.soon !== null) clearTimeout(this.soon);
      this.rooms.forget();
    }, { once: true });
  }

  /** @returns when the list is as new as this call. */
  readRooms(): Promise<void> {
    return this.rooms.again();
  }

  async readPeople(): Promise<void> {
    const users = await quietly(calls.users());
    if (users) this.hooks.change((chat) => withUsers(chat, users));
    this.known = users?.length ?? this.known;
  }

  /** Who says something is here: where the list does not know that, it is read soon. No event tells who comes in. */
  heard(events: readonly ChatEvent[], users: readonly User[]): void {
    if (this.soon !== null || !this.hooks.mayAsk()) return;
    const here = new Set(users.filter((user) => user.here).map((user) => user.id));
    const isNews = events.some((event) => event.type === 'message' && Date.now() - Date.parse(event.message.at) < JustNow && !here.has(event.message.from.id));
    if (!isNews) return;
    this.soon = setTimeout(() => {
      this.soon = null;
      void this.readPeople();
    }, PeopleSoon);
  }

  private planPeople(): void {
    this.plan = setTimeout(() => {
      if (this.hooks.mayAsk()) void this.readPeople();
      this.planPeople();
    }, Math.min(Math.max(PeopleEvery, this.known * PeopleEveryForEach), PeopleAtLeastEvery));
  }

  // Where the rooms are stale already they are read again, and the people then.
  private async readAll(): Promise<void> {
    await this.tryReadRooms();
    if (!this.hooks.isStale()) await this.readPeople();
  }

  private async tryReadRooms(): Promise<void> {
    this.hooks.change((chat) => ({ ...chat, roomsAreStale: false }));
    const rooms = await quietly(calls.rooms());
    this.hooks.change((chat) => (rooms ? { ...withRooms(chat, rooms), roomsAreStale: chat.roomsAreStale } : { ...chat, roomsAreStale: true }));
  }
}
