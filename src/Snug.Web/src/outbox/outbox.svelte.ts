import type { ChatEvent } from '../api/types';
import { Pause } from '../live/pause';
import { Delivery } from './delivery.svelte';
import type { Entry, FileToSend, Sayer } from './entry';
import { Kept } from './kept.svelte';
import { newNonce } from './nonce';

/** More than anybody types while offline; a bound for a page that somebody's script fills. */
const MostEntries = 500;

/** Seconds between tries while the server is away, or busy; the poll's success ends the pause sooner. */
const Retry = 5;

export interface Saying {
  readonly room: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly files?: readonly FileToSend[];
}

/**
 * What was said and is not yet known to have arrived: kept in the browser's database, sent in order for each room, once
 * (by nonces), through lost networks, restarts of the server and reloads of the page.
 */
export class Outbox {
  private readonly kept: Kept;
  private readonly pause = new Pause();
  private readonly delivery: Delivery;

  /**
   * @param tellOthers tells other tabs that something was added, sent or taken back.
   * @param missed called when something did not get through.
   */
  constructor(private readonly me: Sayer, private readonly tellOthers: () => void, missed: () => void) {
    this.kept = new Kept(me);
    this.delivery = new Delivery(this.kept, (entry) => this.change(entry), () => this.hurry(), missed);
  }

  /** In the order it was said. */
  get entries(): readonly Entry[] {
    return this.kept.entries;
  }

  /** How far the files of an entry have come, 0 to 1, by the entry's nonce. */
  get progress(): ReadonlyMap<string, number> {
    return this.delivery.progress;
  }

  /** Sends what waits, now and whenever something is added, until `stop`. */
  async start(stop: AbortSignal): Promise<void> {
    stop.addEventListener('abort', () => this.pause.end(), { once: true });
    await this.reread();
    while (!stop.aborted) {
      const isDone = await this.inTurn(stop, () => this.sendAll(stop));
      await this.pause.for(isDone ? Infinity : Retry);
    }
  }

  /** @throws {RangeError} when too much waits already. */
  async add(saying: Saying): Promise<void> {
    if (this.entries.length >= MostEntries) throw new RangeError('too much waits to be sent');
    const last = this.entries.at(-1)?.at ?? 0;
    await this.kept.add({
      files: [], ...saying, nonce: newNonce(), user: this.me.id, name: this.me.name, at: Math.max(Date.now(), last + 1), state: 'waiting',
    });
    this.tellOthers();
    this.hurry();
  }

  /** Sends again what was refused. */
  async retry(nonce: string): Promise<void> {
    const refused = this.kept.find(nonce);
    if (!refused) return;
    const { problem: _, ...entry } = refused;
    await this.change({ ...entry, state: 'waiting' });
    this.hurry();
  }

  /** Takes back what has not arrived. */
  async cancel(nonce: string): Promise<void> {
    this.delivery.cancel(nonce);
    await this.kept.drop(nonce);
    this.tellOthers();
  }

  /** Says what was said from this browser under another name. Files that were sent went with that one. */
  async adopt(others: readonly Entry[]): Promise<void> {
    for (const { problem: _, ...entry } of others) {
      const files = entry.files.map(({ name, blob }) => ({ name, blob }));
      await this.kept.adopt({ ...entry, files, user: this.me.id, name: this.me.name, state: 'waiting' });
    }
    await this.reread();
    this.tellOthers();
  }

  hurry(): void {
    this.pause.end();
  }

  /** What the poll brought needs waiting for no more. */
  settle(events: readonly ChatEvent[]): void {
    for (const event of events)
      if (event.type === 'message' && event.message.from.id === this.me.id && event.message.nonce && this.kept.find(event.message.nonce))
        void this.kept.drop(event.message.nonce);
  }

  /** Takes up what other tabs have added, sent or taken back. */
  async reread(): Promise<void> {
    await this.kept.reread();
    this.delivery.cancelMissing();
    this.hurry();
  }

  // One tab sends at a time; where there are no locks the nonces alone see to it that all is stored once.
  private async inTurn(stop: AbortSignal, work: () => Promise<boolean>): Promise<boolean> {
    if (!('locks' in navigator)) return work();
    try {
      return await navigator.locks.request(`snug-outbox-${this.me.id}`, { signal: stop }, work);
    } catch (failure) {
      if (stop.aborted) return true;
      throw failure;
    }
  }

  /** @returns whether nothing is left to be sent. */
  private async sendAll(stop: AbortSignal): Promise<boolean> {
    // What other tabs have said before belongs before; what they have sent or taken back is not sent again.
    await this.kept.reread();
    const waiting = this.entries.filter(({ state }) => state === 'waiting');
    const rooms = new Set(waiting.map(({ room }) => room));
    const done = await Promise.all([...rooms].map((room) => this.delivery.send(waiting.filter((entry) => entry.room === room), stop)));
    return done.every(Boolean) && !this.entries.some(({ nonce, state }) => state === 'waiting' && !waiting.some((entry) => entry.nonce === nonce));
  }

  private async change(entry: Entry): Promise<void> {
    const isThere = await this.kept.change(entry);
    if (!isThere) this.delivery.cancel(entry.nonce);
    this.tellOthers();
  }
}
