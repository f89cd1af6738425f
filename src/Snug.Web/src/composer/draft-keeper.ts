import { keepDraft } from './drafts';

/** Milliseconds between a key and its being kept. */
const Soon = 300;

/** Keeps the draft of one room as it is written. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private text = '';

  constructor(private readonly user: number, private readonly room: number) {}

  keepSoon(text: string): void {
    this.text = text;
    this.timer ??= setTimeout(() => this.keepNow(), Soon);
  }

  /** For who is about to go. */
  keepNow(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    keepDraft(this.user, this.room, this.text);
  }
}
