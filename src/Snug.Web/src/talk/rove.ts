const Steps: Partial<Record<string, (rows: HTMLCollectionOf<Element>, from: number) => number>> = {
  ArrowUp: (_, from) => from - 1,
  ArrowDown: (_, from) => from + 1,
  Home: () => 0,
  End: (rows) => rows.length - 1,
};

/** Rows are walked through with the arrow keys; of thousands only one is a stop for the Tab key: where one was last, or the newest. */
export class Rover {
  private stop: Element | null = null;
  private focused = -1;

  constructor(private readonly rows: HTMLCollectionOf<Element>) {}

  /** The focus has come to the row. */
  reached(row: Element): void {
    if (row === this.stop) return;
    this.stop?.setAttribute('tabindex', '-1');
    row.setAttribute('tabindex', '0');
    this.stop = row;
  }

  /** Before rows come and go. */
  before(): void {
    this.focused = Array.prototype.findIndex.call(this.rows, (row: Element) => row.contains(document.activeElement));
  }

  /** After rows have come and gone: where the one with the focus went, its neighbour has it. */
  after(): void {
    if (this.focused >= 0 && document.activeElement === document.body)
      (this.rows[Math.min(this.focused, this.rows.length - 1)] as HTMLElement | undefined)?.focus({ preventScroll: true });
    const newest = this.rows[this.rows.length - 1];
    const isStanding = this.stop?.isConnected && this.stop.contains(document.activeElement);
    if (newest && !isStanding) this.reached(newest);
  }

  /** A key was pressed. @returns whether it led to another row. */
  pressed(event: KeyboardEvent): boolean {
    const step = Steps[event.key];
    const on = event.target as Element;
    const from = Array.prototype.indexOf.call(this.rows, on.closest('article'));
    // A player's arrows are its own.
    if (!step || from < 0 || on.closest('input, audio, video, [role="slider"]') || event.altKey || event.ctrlKey || event.metaKey) return false;
    const next = this.rows[step(this.rows, from)] as HTMLElement | undefined;
    event.preventDefault();
    next?.focus();
    return true;
  }
}
