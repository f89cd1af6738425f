/** Speeds to choose from, one after the other. */
const Speeds = [1, 1.5, 2] as const;

/** What is being played: one thing at a time, all at the speed that was chosen last. */
class Playing {
  speed = $state<number>(1);
  private current: HTMLMediaElement | null = null;

  /** Something has begun: what was playing before is silent. */
  begin(media: HTMLMediaElement): void {
    if (this.current !== media) this.current?.pause();
    this.current = media;
  }

  /** Somebody wants silence: to be recorded, say. */
  stop(): void {
    this.current?.pause();
  }

  end(media: HTMLMediaElement): void {
    if (this.current === media) this.current = null;
  }

  nextSpeed(): void {
    this.speed = Speeds[(Speeds.indexOf(this.speed as 1) + 1) % Speeds.length]!;
  }
}

export const playing = new Playing();
