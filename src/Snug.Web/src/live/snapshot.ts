// What was read last, kept in the browser's database: the page then opens at once, and without a network.
import { del, get, set } from 'idb-keyval';
import type { Cursor, Session } from '../api/types';
import type { ChatState } from '../state/chat';
import { withoutOld } from '../state/history';
import { storeOf } from './store';

export interface Snapshot {
  readonly chat: ChatState;
  readonly limits: Session['limits'];
  readonly cursor: Cursor | null;
}

/** A snapshot of another shape than this is not read. */
const Version = 1;
const Key = 'last';
/**
 * Milliseconds between a change and its being kept: a busy room does not write all the time. All is written anew, which takes some
 * microseconds for each message: with more messages it waits longer, or a chat of many rooms would do nothing else. Who closes the
 * page, or looks elsewhere, has it kept at once.
 */
const Soon = 2_000, SoonForEach = 1;

const store = storeOf('snug-read', 'snapshot');

export async function readSnapshot(): Promise<Snapshot | null> {
  try {
    const kept = await get<{ version: number; snapshot: Snapshot }>(Key, store);
    return kept?.version === Version && isWhole(kept.snapshot) ? kept.snapshot : null;
  } catch {
    // A browser that keeps nothing (a private window) starts afresh.
    return null;
  }
}

// A page that cannot be drawn could not forget what keeps it from that either.
const isWhole = ({ chat, limits }: Snapshot): boolean =>
  typeof chat.me.name === 'string' && [...chat.rooms.values()].every((room) => room.info.id > 0 && Array.isArray(room.messages)) && Array.isArray(chat.users) && limits.messageLength > 0;

export async function forgetSnapshot(): Promise<void> {
  await del(Key, store).catch(() => undefined);
}

export class SnapshotKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isStopped = false;

  constructor(private readonly take: () => Snapshot) {}

  keepSoon(): void {
    this.timer ??= setTimeout(() => void this.keepNow(), Math.max(Soon, this.messages * SoonForEach));
  }

  /** Keeps nothing any more: somebody else may be next at this browser. */
  stop(): void {
    this.isStopped = true;
  }

  private get messages(): number {
    return [...this.take().chat.rooms.values()].reduce((sum, room) => sum + withoutOld(room).messages.length, 0);
  }

  async keepNow(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.isStopped) return;
    const { chat, ...rest } = this.take();
    const rooms = new Map([...chat.rooms].map(([id, room]) => [id, withoutOld(room)]));
    const snapshot: Snapshot = { ...rest, chat: { ...chat, rooms } };
    await set(Key, { version: Version, snapshot }, store).catch(() => undefined);
  }
}
