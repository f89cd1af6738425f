import { history } from '../api/calls';
import type { ChatEvent } from '../api/types';
import { mergeNewestFirst, picturesOf, type Picture } from './list';

/** Messages of one page: the most that the server gives. */
const Page = 200;

/** New pictures that one step back brings, if it can, and pages it looks through for them at most. */
const Wanted = 24, MostPages = 5;

/** Pictures that are kept in mind; who looks further back does so in the conversation. */
const MostKept = 2000;

/** The pictures of a room, newest first, read from its history as somebody scrolls. */
export class Gallery {
  pictures = $state.raw<readonly Picture[]>([]);
  isLoading = $state(false);
  /** Whether older messages were not looked at yet. */
  hasMore = $state(true);
  private before: number | undefined;
  /** What was deleted while a page was on its way. */
  private readonly gone = new Set<number>();

  constructor(private readonly room: number) {}

  async loadMore(): Promise<void> {
    if (this.isLoading || !this.hasMore) return;
    this.isLoading = true;
    try {
      const enough = this.pictures.length + Wanted;
      for (let page = 0; page < MostPages && this.hasMore && this.pictures.length < enough; page++) await this.loadPage();
    } finally {
      this.isLoading = false;
    }
  }

  hear(events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.room !== this.room) continue;
      if (event.type === 'message') this.pictures = mergeNewestFirst(this.pictures, picturesOf([event.message]));
      else if (event.type === 'deleted') this.drop(event.messageId);
    }
  }

  private drop(deleted: number): void {
    this.gone.add(deleted);
    this.pictures = this.pictures.filter(({ message }) => message !== deleted);
  }

  private async loadPage(): Promise<void> {
    this.gone.clear();
    const { messages, more } = await history(this.room, { limit: Page, ...(this.before === undefined ? {} : { before: this.before }) });
    this.before = messages[0]?.id ?? this.before;
    this.pictures = mergeNewestFirst(this.pictures, picturesOf(messages.filter(({ id }) => !this.gone.has(id))));
    this.hasMore = more && messages.length > 0 && this.pictures.length < MostKept;
  }
}
