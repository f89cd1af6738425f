import * as calls from '../api/calls';
import type { ChatEvent, User } from '../api/types';
import { Rereading } from '../live/rereading';
import type { Visit } from '../live/visit.svelte';
import { explain } from '../texts/failures';

/** Who is in a room, read again whenever somebody comes or goes. */
export class Members {
  /** Null until the server has told. */
  users = $state.raw<readonly User[] | null>(null);
  problem = $state('');

  private readonly reading = new Rereading(() => this.tryRead());

  constructor(private readonly visit: Visit, private readonly room: number) {}

  /** Reads, and goes on listening. @returns what ends that. */
  watch(): () => void {
    void this.read();
    const stopListening = this.visit.listen((events) => events.some((event) => this.concerns(event)) && void this.read());
    return () => {
      stopListening();
      this.reading.forget();
    };
  }

  read(): Promise<void> {
    return this.reading.again();
  }

  private concerns(event: ChatEvent): boolean {
    // Who left themselves may look no more.
    const isMine = event.type === 'left' && event.user.id === this.visit.chat.me.id;
    return event.room === this.room && (event.type === 'joined' || event.type === 'left') && !isMine;
  }

  private async tryRead(): Promise<void> {
    try {
      this.users = await calls.members(this.room);
      this.problem = '';
    } catch (failure) {
      this.problem = explain(failure);
    }
  }
}
