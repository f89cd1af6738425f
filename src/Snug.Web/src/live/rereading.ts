import { Pause } from './pause';

/** What happens again and again is read once for all that happens in so many seconds. */
const Rest = 1;

/** Reads something anew whenever it is wanted: the first time at once, and then with a rest after each reading, however often it is wanted. */
export class Rereading {
  private planned: Promise<void> | null = null;
  private rested: Promise<void> = Promise.resolve();
  private readonly pause = new Pause();
  private isForgotten = false;

  constructor(private readonly read: () => Promise<void>) {}

  /** @returns when a reading that began after this call is over, or was forgotten. */
  again(): Promise<void> {
    this.isForgotten = false;
    return (this.planned ??= this.plan());
  }

  /** Nobody wants it any more: what is planned is not read. */
  forget(): void {
    this.isForgotten = true;
    this.pause.end();
  }

  private async plan(): Promise<void> {
    await this.rested;
    this.planned = null;
    if (this.isForgotten) return;
    const reading = this.read();
    const rest = () => this.pause.for(Rest);
    this.rested = reading.then(rest, rest);
    await reading;
  }
}
