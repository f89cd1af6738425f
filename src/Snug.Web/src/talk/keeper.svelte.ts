import { firstBelow } from './visible';

/** So near the end, in pixels, somebody is at it. */
const Near = 32;
/** So many rows are remembered: the first may be the one that goes. */
const Held = 4;

/** Where a row ends: its beginning moves when a row above it takes over the name of who speaks. */
interface Place { readonly row: Element; readonly bottom: number }

/**
 * Keeps what somebody reads where it is while messages come above and below it and rows find their sizes, or keeps them at the
 * end where they are at the end. What sizes change while nothing is added the browser sees to (`overflow-anchor`), where it can;
 * what is added is seen to here everywhere, until it has found its size: the browser does nothing for who is at the very top, and
 * Chromium nothing in the frame after a script has scrolled.
 */
export class Keeper {
  /** Whether the newest message is in view, and stays there. */
  isAtEnd = $state(true);

  private lastTop = 0;
  private held: readonly Place[] = [];
  private readonly anchorsItself = CSS.supports('overflow-anchor', 'auto');
  private mark: Place | null = null;
  /** While rows that were added find their sizes. */
  private settling = 0;

  /** @param isWhole whether nothing newer is left to be fetched: only then is the end of what is shown the end. */
  constructor(private readonly scroller: HTMLElement, private readonly rows: HTMLCollectionOf<Element>, private readonly isWhole: () => boolean) {}

  /** How much is in view, in pixels: nothing once the conversation is gone from the page, which a last scroll may outlive. */
  get height(): number { return this.scroller.clientHeight; }

  /** The room that is left above and below what is in view, in pixels. */
  get above(): number { return this.scroller.scrollTop; }
  get below(): number { return this.scroller.scrollHeight - this.height - this.scroller.scrollTop; }

  toEnd(): void {
    this.isAtEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.moved();
  }

  /** Brings a row into view, and leaves the end for it. */
  toRow(row: Element, block: 'start' | 'center'): void {
    this.isAtEnd = false;
    row.scrollIntoView({ block });
    this.lastTop = this.scroller.scrollTop;
    this.moved();
  }

  /** Somebody has scrolled, or something was. */
  scrolled(): void {
    const top = this.scroller.scrollTop;
    if (this.isWhole() && this.below < Near) this.isAtEnd = true;
    // Only who goes up leaves the end: what comes in below moves it away without anybody doing so.
    else if (top < this.lastTop || !this.isWhole()) this.isAtEnd = false;
    this.moved();
  }

  /** Something has found its size, or the window has changed. */
  resized(): void {
    if (this.isAtEnd) this.toEnd();
    else this.moved();
  }

  /** Before rows are added or taken away. */
  before(): void {
    const first = this.firstInView();
    this.held = Array.from({ length: Held }, (_, index) => this.rows[first + index])
      .filter((row) => row !== undefined)
      .map((row) => ({ row, bottom: bottomOf(row) }));
  }

  /** After rows were added or taken away. */
  after(): void {
    const kept = this.held.find(({ row }) => row.isConnected);
    this.held = [];
    if (this.isAtEnd) return this.toEnd();
    if (kept) this.shift(bottomOf(kept.row) - kept.bottom);
    this.follow(this.followed ?? kept?.row);
    this.settle();
    this.scrolled();
  }

  // Rows are measured in the next frame, after its callbacks.
  private settle(): void {
    const { style } = this.scroller;
    style.overflowAnchor = 'none';
    cancelAnimationFrame(this.settling);
    this.settling = requestAnimationFrame(() => {
      this.settling = requestAnimationFrame(() => {
        this.settling = 0;
        style.overflowAnchor = '';
      });
    });
  }

  private shift(by: number): void {
    if (Math.abs(by) >= 1) this.scroller.scrollTop += by;
    this.lastTop = this.scroller.scrollTop;
  }

  // Where the browser does not keep the place (Safari never does), it is kept here: a row in view that has moved within the
  // conversation, rather than with it, is followed.
  private moved(): void {
    if (!this.anchorsItself || this.settling) {
      if (this.mark?.row.isConnected && !this.isAtEnd) this.shift(this.inside(this.mark.row) - this.mark.bottom);
      this.follow(this.followed ?? this.rows[this.firstInView()]);
    }
    this.lastTop = this.scroller.scrollTop;
  }

  /** The row that is followed until those that were added have found their sizes: these may come into view before. */
  private get followed(): Element | undefined {
    return this.settling && this.mark?.row.isConnected ? this.mark.row : undefined;
  }

  private follow(row: Element | undefined): void {
    this.mark = row ? { row, bottom: this.inside(row) } : null;
  }

  private inside(row: Element): number {
    return bottomOf(row) - topOf(this.scroller) + this.scroller.scrollTop;
  }

  private firstInView(): number {
    return firstBelow(this.rows.length, (index) => bottomOf(this.rows[index]!), topOf(this.scroller));
  }
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;
const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;
