import type { ChatEvent } from '../api/types';
import type { ChatState } from '../state/chat';
import { attention } from './attention.svelte';
import type { OpenRoom } from './open-room.svelte';

/** How long, in milliseconds, somebody has the newest messages before them until they have read them. */
const Glance = 1_000;

/** How far somebody has come in the open room: what came while they were away from its end, and what they have seen. */
export class Reading {
  /** How many messages of others came since somebody left the end. */
  below = $state(0);

  /** @param isAtEnd whether the newest message is in view. */
  constructor(private readonly open: OpenRoom, private readonly isAtEnd: () => boolean) {}

  private readonly isUnread = $derived.by(() => {
    const room = this.open.room;
    return room !== undefined && room.info.joined && room.newer === 'none' && room.older !== 'unknown' && room.info.lastId > room.info.readUpTo;
  });

  /** Keeps watch while the room is shown: for a component's beginning. */
  watch(): void {
    $effect(() => this.open.visit.listen((events, before) => this.hear(events, before)));
    $effect(() => {
      if (this.isAtEnd()) this.below = 0;
    });
    $effect(() => {
      if (!this.isUnread || !attention.isHere || !this.isAtEnd()) return;
      const timer = setTimeout(() => void this.open.markRead(), Glance);
      return () => clearTimeout(timer);
    });
  }

  private hear(events: readonly ChatEvent[], before: ChatState): void {
    const { open } = this;
    open.originals.hear(events);
    const news = events.filter((event) => event.type === 'message' && event.room === open.id && event.message.from.id !== before.me.id);
    if (news.length === 0) return;
    const isFollowed = this.isAtEnd();
    if (!isFollowed) this.below += news.length;
    // All was read until somebody turned away: the line stands where they stopped.
    const info = before.rooms.get(open.id)?.info;
    if (info?.unread === 0 && !(isFollowed && attention.isHere)) open.unreadAfter = info.lastId;
  }
}
