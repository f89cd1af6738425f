import * as calls from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { ChatEvent, Cursor, EventsPage, Session } from '../api/types';
import { Outbox } from '../outbox/outbox.svelte';
import { settings } from '../settings/settings.svelte';
import { emptyChat, type ChatState } from '../state/chat';
import { withRooms, withUsers } from '../state/history';
import { receiveAll } from '../state/receive';
import { Connection, pace } from './connection.svelte';
import { Poller } from './poller';
import { rememberIn } from './remembered';
import { forgetSnapshot, readSnapshot, SnapshotKeeper } from './snapshot';
import { Tabs, type Told } from './tabs';

/** How often the list of who is here is asked for, in milliseconds, while somebody looks at it. */
const PeopleEvery = 15_000;

type Listener = (events: readonly ChatEvent[], before: ChatState) => void;

/** Somebody's time in the chat: from coming in, or coming back, until they leave. */
export class Visit {
  /** The chat as it is known now. Changed only through `update`, by the pure functions of `state/`. */
  chat = $state.raw<ChatState>()!;
  limits = $state.raw<Session['limits']>()!;
  /** The session is no more: a guest's name was taken, somebody was put out, or the server is another one. */
  hasEnded = $state(false);
  readonly connection = new Connection();
  readonly outbox: Outbox;

  private cursor: Cursor | null;
  private readonly stopping = new AbortController();
  private readonly tabs: Tabs;
  private readonly poller: Poller;
  private readonly snapshot: SnapshotKeeper;
  private readonly listeners = new Set<Listener>();
  private readingRooms: Promise<void> | null = null;

  private constructor(chat: ChatState, limits: Session['limits'], cursor: Cursor | null) {
    this.chat = chat;
    this.limits = limits;
    this.cursor = cursor;
    this.tabs = new Tabs((told) => this.hear(told));
    this.outbox = new Outbox(chat.me, () => this.tabs.tell({ kind: 'outbox' }));
    this.snapshot = new SnapshotKeeper(() => ({ chat: this.chat, limits: this.limits, cursor: this.cursor }));
    this.poller = new Poller({
      pace: () => pace(document.visibilityState === 'visible', settings.current.saver),
      cursor: () => this.cursor,
      receive: (page, since) => {
        this.tabs.tell({ kind: 'page', user: this.chat.me.id, since, page });
        this.receive(page);
      },
      reached: () => this.reached(),
      lost: (seconds) => this.connection.lost(seconds),
      restart: () => this.restart(),
      ended: () => this.end(),
    });
  }

  /** The visit of someone who has just come in. */
  static begin(session: Session): Visit {
    return new Visit(emptyChat(session.user), session.limits, session.next);
  }

  /** What this browser read last, which needs no server to be shown; null where it keeps nothing. */
  static async resume(): Promise<Visit | null> {
    const kept = await readSnapshot();
    return kept && new Visit(kept.chat, kept.limits, kept.cursor);
  }

  start(): void {
    const { signal } = this.stopping;
    document.addEventListener('visibilitychange', () => this.look(), { signal });
    // A request in flight does not notice that the network went, or came back.
    addEventListener('online', () => this.hurry(), { signal });
    addEventListener('offline', () => this.hurry(), { signal });
    addEventListener('pagehide', () => void this.snapshot.keepNow(), { signal });
    const people = setInterval(() => document.visibilityState === 'visible' && void this.readPeople(), PeopleEvery);
    signal.addEventListener('abort', () => clearInterval(people));
    void this.outbox.start(signal);
    void this.readRooms();
    void this.tabs.whileChosen(signal, (stop) => this.poller.run(stop));
  }

  update(change: (chat: ChatState) => ChatState): void {
    this.chat = change(this.chat);
    this.snapshot.keepSoon();
    if (this.chat.roomsAreStale) void this.readRooms();
  }

  /** Has `hear` called with each batch of events, after the chat took them in. @returns what ends that. */
  listen(hear: Listener): () => void {
    this.listeners.add(hear);
    return () => this.listeners.delete(hear);
  }

  /** Tries now rather than when the next try is due. */
  hurry(): void {
    this.poller.nudge(true);
    this.outbox.hurry();
  }

  /** Leaves: the name is free at once, and this browser forgets what it read. */
  async leave(): Promise<void> {
    await calls.leave();
    this.tabs.tell({ kind: 'left' });
    this.end();
  }

  async readRooms(): Promise<void> {
    this.readingRooms ??= this.tryReadRooms().finally(() => (this.readingRooms = null));
    await this.readingRooms;
  }

  async readPeople(): Promise<void> {
    const users = await quietly(calls.users());
    if (users) this.update((chat) => withUsers(chat, users));
  }

  private async tryReadRooms(): Promise<void> {
    // What asks for it while it is being read may concern something newer: then it is read once more.
    this.chat = { ...this.chat, roomsAreStale: false };
    const rooms = await quietly(calls.rooms());
    if (!rooms) return;
    const isStale = this.chat.roomsAreStale;
    this.update((chat) => ({ ...withRooms(chat, rooms), roomsAreStale: isStale }));
    await this.readPeople();
  }

  private receive(page: EventsPage): void {
    const before = this.chat;
    this.cursor = page.next;
    this.update((chat) => receiveAll(chat, page.events));
    this.outbox.settle(page.events);
    for (const hear of this.listeners) hear(page.events, before);
  }

  private reached(): void {
    const wasAway = this.connection.status !== 'online';
    this.connection.reached();
    if (!wasAway) return;
    this.outbox.hurry();
    void this.readRooms();
  }

  private async restart(): Promise<void> {
    const session = await calls.whoAmI();
    this.limits = session.limits;
    this.cursor = session.next;
    this.chat = emptyChat(session.user);
    await this.readRooms();
  }

  private end(): void {
    this.stopping.abort();
    this.tabs.close();
    this.snapshot.stop();
    void forgetSnapshot();
    rememberIn(false);
    this.hasEnded = true;
  }

  private hear(told: Told): void {
    if (told.kind === 'left') this.end();
    else if (told.kind === 'outbox') void this.outbox.reread();
    else if (told.user === this.chat.me.id) this.hearPage(told.page, told.since);
  }

  private hearPage(page: EventsPage, since: Cursor | null): void {
    this.connection.reached();
    if (since === this.cursor) this.receive(page);
    else void this.catchUp();
  }

  // A tab that slept may have missed what another told it: it asks for itself, without waiting.
  private async catchUp(): Promise<void> {
    for (;;) {
      const page = await quietly(calls.events(this.cursor, 0, this.stopping.signal));
      if (!page || page.next === this.cursor) return;
      this.receive(page);
    }
  }

  private look(): void {
    if (document.visibilityState !== 'visible') return void this.snapshot.keepNow();
    this.poller.nudge();
    void this.readPeople();
  }
}

// What is asked on the side is asked again when the poll has got through, and what went wrong is told by the poll.
async function quietly<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof Unreachable) return undefined;
    throw failure;
  }
}
