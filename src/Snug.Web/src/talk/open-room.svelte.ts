import { createContext, untrack } from 'svelte';
import * as calls from '../api/calls';
import type { ChatEvent, Message } from '../api/types';
import type { Visit } from '../live/visit.svelte';
import { toasts } from '../look/toasts.svelte';
import { changeRoom, type ChatState, type RoomState } from '../state/chat';
import { isFull, isLong, withNewer, withNewest, withOlder, withoutOld, withStretch } from '../state/history';
import { readUpTo, receiveAll } from '../state/receive';
import { explain } from '../texts/failures';
import { t } from '../texts/texts.svelte';
import { Originals } from './originals.svelte';

/** Messages of one page of history. */
const Page = 50;

/** What a page that was fetched does to the chat. */
type Join = (chat: ChatState) => ChatState;

/** The room that somebody looks at: what is shown of it, and what they are about to do in it. */
export class OpenRoom {
  /** The message that is being answered. */
  replyTo = $state.raw<Message | null>(null);
  /** One's own message that is being changed. */
  editing = $state.raw<Message | null>(null);
  /** The message that was jumped to, until it is shown. */
  target = $state<number | null>(null);
  /** Behind this one stands the line above what is new: it stays while somebody reads, or it would run away from them. */
  unreadAfter = $state<number | null>(null);
  /** What is being fetched. */
  loading = $state<'newest' | 'older' | 'newer' | null>(null);
  /** Why the last page did not come. Nothing more is fetched by itself until somebody, or the connection, tries again. */
  problem = $state<string | null>(null);
  readonly originals: Originals;

  private inHand: Promise<void> | null = null;

  constructor(readonly visit: Visit, readonly id: number) {
    this.originals = new Originals(id, () => this.room);
    const info = visit.chat.rooms.get(id)?.info;
    this.unreadAfter = info && info.unread > 0 ? info.readUpTo : null;
    // What came while nobody looked may be thousands: to draw them all at once would take seconds.
    untrack(() => this.close());
  }

  get room(): RoomState | undefined {
    return this.visit.chat.rooms.get(this.id);
  }

  /** What one sees first: the newest messages, or those around where one stopped reading if there are more than a page since. */
  loadFirst(): Promise<void> {
    if (this.inHand) return this.inHand;
    const info = this.room?.info;
    if (!info || info.unread < Page || this.unreadAfter === null) return this.loadNewest();
    const { unreadAfter } = this;
    return this.load('newest', () => this.readAround(unreadAfter));
  }

  /** The newest messages, in place of a stretch of the past. */
  async loadNewest(): Promise<void> {
    await this.inHand;
    await this.load('newest', async () => {
      const page = await calls.history(this.id, { limit: Page });
      return (chat) => withNewest(changeRoom(chat, this.id, (room) => (room.newer === 'more' ? withoutOld(room) : room)), this.id, page.messages, page.more);
    });
  }

  async loadOlder(): Promise<void> {
    const first = this.room?.messages[0]?.id;
    if (first === undefined || this.room?.older !== 'more') return;
    await this.load('older', async () => {
      const page = await calls.history(this.id, { before: first, limit: Page });
      return (chat) => withOlder(chat, this.id, page.messages, page.more);
    });
  }

  async loadNewer(): Promise<void> {
    const last = this.room?.messages.at(-1)?.id;
    if (last === undefined || this.room?.newer !== 'more') return;
    await this.load('newer', async () => {
      const page = await calls.history(this.id, { after: last, limit: Page });
      return (chat) => withNewer(chat, this.id, page.messages, page.more);
    });
  }

  /** Shows a message with what was said around it. */
  async jumpTo(message: number): Promise<void> {
    await this.inHand;
    if (!this.has(message)) await this.load('newest', () => this.readAround(message));
    if (this.has(message)) this.target = message;
    else toasts.show(this.problem ?? t.talk.gone);
  }

  /** Tells the server, and so all of one's devices, how far the room is read. */
  async markRead(): Promise<void> {
    const room = this.room;
    if (!room?.info.joined || room.newer === 'more' || room.info.lastId <= room.info.readUpTo) return;
    const upTo = room.info.lastId;
    this.visit.update((chat) => readUpTo(chat, this.id, upTo));
    await calls.markRead(this.id, upTo).catch(() => undefined);
  }

  /** Who stays at the end does not need all that has passed by there, and who reads further up not all that comes meanwhile. */
  shorten(isAtEnd: boolean): void {
    if (!this.room) return;
    if (isAtEnd && isLong(this.room)) this.close();
    else if (!isAtEnd && isFull(this.room)) this.visit.update((chat) => changeRoom(chat, this.id, (room) => ({ ...room, newer: 'more' })));
  }

  /** Somebody looks elsewhere, or has looked elsewhere: what is far back is forgotten. */
  close(): void {
    this.visit.update((chat) => changeRoom(chat, this.id, withoutOld));
  }

  private has(message: number): boolean {
    return this.room?.messages.some(({ id }) => id === message) ?? false;
  }

  private async readAround(message: number): Promise<Join> {
    const [before, after] = await Promise.all([
      calls.history(this.id, { before: message + 1, limit: Page }),
      calls.history(this.id, { after: message, limit: Page }),
    ]);
    return (chat) => withStretch(chat, this.id, [...before.messages, ...after.messages], before.more, after.more);
  }

  // One page at a time: a second request for the same one would only bring it twice.
  private load(what: 'newest' | 'older' | 'newer', read: () => Promise<Join>): Promise<void> {
    this.inHand ??= this.run(what, read).finally(() => (this.inHand = null));
    return this.inHand;
  }

  private async run(what: 'newest' | 'older' | 'newer', read: () => Promise<Join>): Promise<void> {
    this.loading = what;
    this.problem = null;
    const meanwhile: ChatEvent[] = [];
    const stopListening = this.visit.listen((events) => meanwhile.push(...events.filter((event) => this.concernsMessages(event))));
    try {
      const join = await read();
      // What happened to messages of the page while it was on its way, the chat took in before it knew them.
      this.visit.update((chat) => receiveAll(join(chat), meanwhile));
    } catch (failure) {
      this.problem = explain(failure);
    } finally {
      stopListening();
      this.loading = null;
    }
  }

  private concernsMessages({ type, room }: ChatEvent): boolean {
    return room === this.id && (type === 'message' || type === 'edited' || type === 'deleted' || type === 'reaction');
  }
}

/** The room that a component is shown in. */
export const [getRoom, setRoom] = createContext<OpenRoom>();
