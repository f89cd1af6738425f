import * as calls from '../api/calls';
import type { ChatEvent, User } from '../api/types';
import type { Visit } from '../live/visit.svelte';
import { explain } from '../texts/failures';

/** Who is in a room, read again whenever somebody comes or goes. */
export class Members {
  /** Null until the server has told. */
  users = $state.raw<readonly User[] | null>(null);
  problem = $state('');

  private reading: Promise<void> | null = null;
  private isStale = false;

  constructor(private readonly visit: Visit, private readonly room: number) {}

  /** Reads, and goes on listening. @returns what ends that. */
  watch(): () => void {
    void this.read();
    return this.visit.listen((events) => events.some((event) => this.concerns(event)) && void this.read());
  }

  async read(): Promise<void> {
    this.isStale = true;
    this.reading ??= this.readWhileStale().finally(() => (this.reading = null));
    await this.reading;
  }

  private concerns(event: ChatEvent): boolean {
    // Who left themselves may look no more.
    const isMine = event.type === 'left' && event.user.id === this.visit.chat.me.id;
    return event.room === this.room && (event.type === 'joined' || event.type === 'left') && !isMine;
  }

  private async readWhileStale(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      try {
        this.users = await calls.members(this.room);
        this.problem = '';
      } catch (failure) {
        this.problem = explain(failure);
      }
    }
  }
}
