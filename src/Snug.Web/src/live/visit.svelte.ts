import * as calls from '../api/calls';
import type { ChatEvent, Cursor, EventsPage, Session } from '../api/types';
import { forgetDrafts } from '../composer/drafts';
import { Outbox } from '../outbox/outbox.svelte';
import { settings } from '../settings/settings.svelte';
import { emptyChat, type ChatState } from '../state/chat';
import { receiveAll } from '../state/receive';
import { Asking } from './asking.svelte';
import type { Connection } from './connection.svelte';
import { Lists } from './lists';
import { isLookedAt } from './looked-at';
import { quietly } from './quietly';
import { rememberIn } from './remembered';
import { forgetSnapshot, readSnapshot, SnapshotKeeper } from './snapshot';

type Listener = (events: readonly ChatEvent[], before: ChatState) => void;

/** Somebody's time in the chat: from coming in, or coming back, until they leave. */
export class Visit {
  /** The chat as it is known now. Changed only through `update`, by the pure functions of `state/`. */
  chat = $state.raw<ChatState>()!;
  limits = $state.raw<Session['limits']>()!;
  /** The session is no more: a guest's name was taken, somebody was put out, the server is another one, or they left. */
  hasEnded = $state(false);
  /** They left of their own will. */
  hasLeft = $state(false);
  readonly outbox: Outbox;

  /** `chat` as it is even while an effect is torn down: what is reactive still has its value from before then, and a change made of it would undo another. */
  private latest: ChatState;
  private cursor: Cursor | null;
  private readonly stopping = new AbortController();
  private readonly asking: Asking;
  private readonly lists: Lists;
  private readonly snapshot: SnapshotKeeper;
  private readonly listeners = new Set<Listener>();
  private confirming: Promise<void> | null = null;

  /** @param isConfirmed whether the server has just said who this is. */
  private constructor(chat: ChatState, limits: Session['limits'], cursor: Cursor | null, private isConfirmed: boolean) {
    this.chat = this.latest = chat;
    this.limits = limits;
    this.cursor = cursor;
    this.outbox = new Outbox(chat.me, () => this.asking.tellOutbox(), () => this.asking.doubt());
    this.snapshot = new SnapshotKeeper(() => ({ chat: this.chat, limits: this.limits, cursor: this.cursor }));
    this.lists = new Lists({
      isStale: () => this.chat.roomsAreStale,
      change: (change) => this.change(change),
      mayAsk: () => isLookedAt() && !settings.current.saver && this.connection.status === 'online',
    });
    this.asking = new Asking({
      user: chat.me.id,
      stop: this.stopping.signal,
      cursor: () => this.cursor,
      receive: (page) => this.receive(page),
      reached: (wasAway) => this.reached(wasAway),
      restart: () => this.restart(),
      rereadOutbox: () => void this.outbox.reread(),
      hurry: () => this.hurry(),
      ended: (by) => this.end(by === 'server'),
    });
  }

  /** The visit of someone who has just come in, or whom the server has just known again. */
  static begin(session: Session): Visit {
    return new Visit(emptyChat(session.user), session.limits, session.next, true);
  }

  /** What this browser read last, which needs no server to be shown; null where it keeps nothing. */
  static async resume(): Promise<Visit | null> {
    const kept = await readSnapshot();
    return kept && new Visit(kept.chat, kept.limits, kept.cursor, false);
  }

  start(): void {
    const { signal } = this.stopping;
    document.addEventListener('visibilitychange', () => this.look(), { signal });
    addEventListener('pagehide', () => void this.snapshot.keepNow(), { signal });
    this.lists.start(signal);
    // Also what must not be sent before it is certain by whom is shown as waiting.
    void this.outbox.reread();
    if (this.isConfirmed) void this.outbox.start(signal);
    else void this.confirm();
    void this.readRooms();
    this.asking.start();
  }

  get connection(): Connection {
    return this.asking.connection;
  }

  /** Whether this tab is the one that does what only one of the browser's tabs should do. */
  get isOurTurn(): boolean {
    return this.asking.isOurTurn;
  }

  update(change: (chat: ChatState) => ChatState): void {
    this.change(change);
    if (this.chat.roomsAreStale && this.connection.status !== 'offline') void this.readRooms();
  }

  /** Has `hear` called with each batch of events, after the chat took them in. @returns what ends that. */
  listen(hear: Listener): () => void {
    this.listeners.add(hear);
    return () => this.listeners.delete(hear);
  }

  /** Tries now rather than when the next try is due. */
  hurry(): void {
    this.asking.hurry();
    this.outbox.hurry();
  }

  /** Leaves: the name is free at once, and this browser forgets what it read and what was not sent. */
  async leave(): Promise<void> {
    await calls.leave();
    this.hasLeft = true;
    for (const { nonce } of this.outbox.entries) await this.outbox.cancel(nonce);
    this.end(true);
  }

  readRooms(): Promise<void> {
    return this.lists.readRooms();
  }

  readPeople(): Promise<void> {
    return this.lists.readPeople();
  }

  private change(change: (chat: ChatState) => ChatState): void {
    this.chat = this.latest = change(this.latest);
    this.snapshot.keepSoon();
  }

  private receive(page: EventsPage): void {
    const before = this.chat;
    this.cursor = page.next;
    this.update((chat) => receiveAll(chat, page.events));
    this.outbox.settle(page.events);
    this.lists.heard(page.events, this.chat.users);
    for (const hear of this.listeners) hear(page.events, before);
  }

  private reached(wasAway: boolean): void {
    if (wasAway) this.outbox.hurry();
    if (wasAway || this.chat.roomsAreStale) void this.readRooms();
    void this.confirm();
  }

  // What was read last says who this was. Nothing is sent before the server has said that this is who it still is.
  private async confirm(): Promise<void> {
    if (this.isConfirmed) return;
    this.confirming ??= this.tryConfirm().finally(() => (this.confirming = null));
    await this.confirming;
  }

  private async tryConfirm(): Promise<void> {
    const session = await quietly(calls.whoAmI());
    if (!session || this.hasEnded) return;
    if (!this.isMe(session)) return this.startAfresh();
    this.isConfirmed = true;
    this.limits = session.limits;
    this.change((chat) => ({ ...chat, me: session.user }));
    void this.outbox.start(this.stopping.signal);
  }

  private async restart(): Promise<void> {
    const session = await calls.whoAmI();
    if (!this.isMe(session)) return this.startAfresh();
    this.limits = session.limits;
    this.cursor = session.next;
    this.chat = this.latest = emptyChat(session.user);
    await this.readRooms();
  }

  private isMe({ user }: Session): boolean {
    return user.id === this.chat.me.id && user.name === this.chat.me.name;
  }

  // The browser's session is somebody else's than what it read last: nothing of one may be shown to the other.
  private async startAfresh(): Promise<void> {
    this.stopping.abort();
    this.snapshot.stop();
    await forgetSnapshot();
    location.reload();
  }

  private end(tellOthers: boolean): void {
    if (this.hasEnded) return;
    this.asking.end(tellOthers);
    this.stopping.abort();
    this.snapshot.stop();
    void forgetSnapshot();
    forgetDrafts();
    rememberIn(null);
    this.hasEnded = true;
  }

  private look(): void {
    if (!isLookedAt()) return void this.snapshot.keepNow();
    if (!settings.current.saver) void this.readPeople();
  }
}
