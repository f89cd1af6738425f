import { createContext } from 'svelte';
import * as calls from '../api/calls';
import type { Message } from '../api/types';
import type { Visit } from '../live/visit.svelte';
import { changeRoom, type RoomState } from '../state/chat';
import { withNewer, withNewest, withOlder, withoutOld, withStretch } from '../state/history';
import { readUpTo } from '../state/receive';
import { attempt } from '../texts/failures';

/** Messages of one page of history. */
const Page = 50;

/** The room that somebody looks at: what is shown of it, and what they are about to do in it. */
export class OpenRoom {
  /** The message that is being answered. */
  replyTo = $state.raw<Message | null>(null);
  /** One's own message that is being changed. */
  editing = $state.raw<Message | null>(null);
  /** The message that was jumped to. */
  target = $state<number | null>(null);
  /** Behind this one stands the line above what is new: fixed while the room is open, or it would run away from the reader. */
  readonly unreadAfter: number | null;

  private loading: Promise<void> | null = null;

  constructor(readonly visit: Visit, readonly id: number) {
    const info = visit.chat.rooms.get(id)?.info;
    this.unreadAfter = info && info.unread > 0 ? info.readUpTo : null;
  }

  get room(): RoomState | undefined {
    return this.visit.chat.rooms.get(this.id);
  }

  /** The newest messages, in place of a stretch of the past. */
  loadNewest(): Promise<void> {
    return this.once(async () => {
      this.target = null;
      this.visit.update((chat) => changeRoom(chat, this.id, (room) => (room.newer === 'more' ? withoutOld(room) : room)));
      const page = await calls.history(this.id, { limit: Page });
      this.visit.update((chat) => withNewest(chat, this.id, page.messages, page.more));
    });
  }

  loadOlder(): Promise<void> {
    const first = this.room?.messages[0]?.id;
    if (first === undefined || this.room?.older !== 'more') return Promise.resolve();
    return this.once(async () => {
      const page = await calls.history(this.id, { before: first, limit: Page });
      this.visit.update((chat) => withOlder(chat, this.id, page.messages, page.more));
    });
  }

  loadNewer(): Promise<void> {
    const last = this.room?.messages.at(-1)?.id;
    if (last === undefined || this.room?.newer !== 'more') return Promise.resolve();
    return this.once(async () => {
      const page = await calls.history(this.id, { after: last, limit: Page });
      this.visit.update((chat) => withNewer(chat, this.id, page.messages, page.more));
    });
  }

  /** Shows a message with what was said around it. */
  async jumpTo(message: number): Promise<void> {
    await this.loading;
    if (!this.room?.messages.some(({ id }) => id === message))
      await this.once(async () => {
        const [before, after] = await Promise.all([
          calls.history(this.id, { before: message + 1, limit: Page }),
          calls.history(this.id, { after: message, limit: Page }),
        ]);
        this.visit.update((chat) => withStretch(chat, this.id, [...before.messages, ...after.messages], before.more, after.more));
      });
    this.target = message;
  }

  /** Tells the server, and so all of one's devices, how far the room is read. */
  async markRead(): Promise<void> {
    const room = this.room;
    if (!room?.info.joined || room.newer === 'more' || room.info.lastId <= room.info.readUpTo) return;
    const upTo = room.info.lastId;
    this.visit.update((chat) => readUpTo(chat, this.id, upTo));
    await calls.markRead(this.id, upTo).catch(() => undefined);
  }

  /** Somebody looks elsewhere: what is far back is forgotten. */
  close(): void {
    this.visit.update((chat) => changeRoom(chat, this.id, withoutOld));
  }

  // One page at a time: a second request for the same one would only bring it twice.
  private once(load: () => Promise<void>): Promise<void> {
    this.loading ??= attempt(load).then(() => { this.loading = null; });
    return this.loading;
  }
}

/** The room that a component is shown in. */
export const [getRoom, setRoom] = createContext<OpenRoom>();
