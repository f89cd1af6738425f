import type { Message } from '../api/types';

/** Messages drawn at once: in less time than somebody would notice on a slow phone. */
const AtOnce = 5;

/** Which of the messages that are there are drawn: the newest first, those above them as one comes near. */
export class Drawn {
  /** The id of the first one; null until somebody has seen the newest. */
  private from = $state.raw<number | null>(null);

  /** @param all what is there, oldest first. */
  constructor(private readonly all: () => readonly Message[]) {}

  get messages(): readonly Message[] {
    const all = this.all();
    // A stretch further back than what was drawn is another place altogether.
    if (this.from !== null && this.from > (all.at(-1)?.id ?? 0)) return all;
    const from = this.from ?? all.at(-AtOnce)?.id ?? 0;
    return all.filter(({ id }) => id >= from);
  }

  get isWhole(): boolean {
    return this.messages.length === this.all().length;
  }

  /** Draws some more above. */
  more(): void {
    const all = this.all();
    const above = all.length - this.messages.length;
    this.from = all[Math.max(0, above - AtOnce)]?.id ?? 0;
  }

  /** Draws all that is there, and all that will be. */
  whole(): void {
    this.from = 0;
  }
}
