import { addEntry, changeEntry, dropEntry, readEntries, type Entry, type Sayer } from './entry';

/** What waits, as this tab shows it and as the browser's database, which all tabs share, has it. */
export class Kept {
  /** In the order it was said. */
  entries = $state.raw<readonly Entry[]>([]);

  // What the browser had no room for is in this tab only: it is sent all the same, and lost only if the page is closed first.
  private readonly here = new Set<string>();
  // What is read while something is written may be older than what is known.
  private writings = 0;
  private pending = 0;

  constructor(private readonly me: Sayer) {}

  find(nonce: string): Entry | undefined {
    return this.entries.find((entry) => entry.nonce === nonce);
  }

  async add(entry: Entry): Promise<void> {
    this.entries = [...this.entries, entry];
    await this.write(() => addEntry(entry).catch(() => {
      this.here.add(entry.nonce);
    }));
  }

  /** Takes up what somebody else has said; this tab shows it when it reads anew. */
  adopt(entry: Entry): Promise<void> {
    return this.write(() => addEntry(entry));
  }

  /** @returns false when another tab has taken it back. */
  async change(entry: Entry): Promise<boolean> {
    this.put(entry);
    // What cannot be written stands as it did: after a reload it is tried from there.
    const isThere = this.here.has(entry.nonce) || (await this.write(() => changeEntry(entry)).catch(() => true));
    if (!isThere) this.without(entry.nonce);
    return isThere;
  }

  /** The server has it; it is shown as sent until the poll brings it. */
  async arrived(nonce: string): Promise<void> {
    const entry = this.find(nonce);
    if (entry) this.put({ ...entry, state: 'sent' });
    await this.forget(nonce);
  }

  async drop(nonce: string): Promise<void> {
    this.without(nonce);
    await this.forget(nonce);
  }

  /** Takes in what the database has now. A file's bytes are then the database's copy, which outlives the file that was chosen. */
  async reread(): Promise<void> {
    const kept = await this.readCalmly();
    const names = new Set(kept.map(({ nonce }) => nonce));
    // What is sent is kept here only, until it is heard of.
    const own = this.entries.filter(({ nonce, state }) => !names.has(nonce) && (state === 'sent' || this.here.has(nonce)));
    this.entries = [...kept, ...own].sort((one, other) => one.at - other.at);
  }

  private async readCalmly(): Promise<Entry[]> {
    for (;;) {
      const before = this.writings;
      const kept = await readEntries(this.me);
      if (before === this.writings && this.pending === 0) return kept;
    }
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    this.writings++;
    this.pending++;
    try {
      return await work();
    } finally {
      this.pending--;
    }
  }

  private async forget(nonce: string): Promise<void> {
    this.here.delete(nonce);
    await this.write(() => dropEntry(nonce));
  }

  private put(entry: Entry): void {
    this.entries = this.entries.map((known) => (known.nonce === entry.nonce ? entry : known));
  }

  private without(nonce: string): void {
    this.entries = this.entries.filter((entry) => entry.nonce !== nonce);
  }
}
