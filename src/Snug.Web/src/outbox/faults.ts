/** Seconds until what the server broke down over is tried again; after the last, somebody decides. */
const Pauses = [5, 10, 20, 40];

/** What the server has broken down over: tried ever more seldom, so that it does not hold up what was said after it for ever. */
export class Faults {
  private readonly known = new Map<string, { readonly count: number; readonly due: number }>();

  /** @returns whether to try it again. */
  add(nonce: string): boolean {
    const count = this.known.get(nonce)?.count ?? 0;
    const pause = Pauses[count];
    if (pause === undefined) this.forget(nonce);
    else this.known.set(nonce, { count: count + 1, due: performance.now() + pause * 1000 });
    return pause !== undefined;
  }

  isDue(nonce: string): boolean {
    return performance.now() >= (this.known.get(nonce)?.due ?? 0);
  }

  forget(nonce: string): void {
    this.known.delete(nonce);
  }
}
