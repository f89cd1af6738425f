/** A rest that can be ended before its time, also before it began. */
export class Pause {
  private wake: (() => void) | null = null;
  private isOver = false;

  /** @param seconds may be Infinity: then only `end` ends it. */
  async for(seconds: number): Promise<void> {
    if (seconds > 0 && !this.isOver)
      await new Promise<void>((resolve) => {
        const timer = Number.isFinite(seconds) ? setTimeout(resolve, seconds * 1000) : undefined;
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.wake = null;
    this.isOver = false;
  }

  end(): void {
    this.isOver = true;
    this.wake?.();
  }
}
