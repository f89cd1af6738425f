import { post } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { Attachment, ChatEvent } from '../api/types';
import { Pause } from '../live/pause';
import { dropEntry, keepEntry, readEntries, type Entry, type FileToSend, type Sayer } from './entry';
import { newNonce } from './nonce';
import { upload } from './upload';

/** More than anybody types while offline; a bound for a page that somebody's script fills. */
const MostEntries = 500;

/** Seconds between tries while the server is away; the poll's success ends the pause sooner. */
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
  /** In the order it was said. */
  entries = $state.raw<readonly Entry[]>([]);
  /** How far the file in hand of an entry has come, 0 to 1, by the entry's nonce. */
  progress = $state.raw<ReadonlyMap<string, number>>(new Map());

  private readonly pause = new Pause();
  private readonly cancels = new Map<string, AbortController>();

  constructor(private readonly me: Sayer, private readonly tellOthers: () => void) {}

  /** Sends what waits, now and whenever something is added, until `stop`. */
  async start(stop: AbortSignal): Promise<void> {
    stop.addEventListener('abort', () => this.pause.end(), { once: true });
    await this.reread();
    while (!stop.aborted) {
      const isDone = await this.inTurn(() => this.sendAll(stop));
      await this.pause.for(isDone ? Infinity : Retry);
    }
  }

  /** @throws {RangeError} when too much waits already. */
  async add(saying: Saying): Promise<void> {
    if (this.entries.length >= MostEntries) throw new RangeError('too much waits to be sent');
    const last = this.entries.at(-1)?.at ?? 0;
    const entry: Entry = {
      files: [], ...saying, nonce: newNonce(), user: this.me.id, name: this.me.name, at: Math.max(Date.now(), last + 1), state: 'waiting',
    };
    this.entries = [...this.entries, entry];
    await this.keep(entry);
    this.tellOthers();
    this.hurry();
  }

  /** Sends again what was refused. */
  async retry(nonce: string): Promise<void> {
    const refused = this.find(nonce);
    if (!refused) return;
    const { problem: _, ...entry } = refused;
    await this.change({ ...entry, state: 'waiting' });
    this.hurry();
  }

  /** Takes back what has not arrived. */
  async cancel(nonce: string): Promise<void> {
    this.entries = this.entries.filter((entry) => entry.nonce !== nonce);
    this.cancels.get(nonce)?.abort();
    await dropEntry(nonce);
    this.tellOthers();
  }

  /** Says what was said from this browser under another name. Files that were sent went with that one. */
  async adopt(others: readonly Entry[]): Promise<void> {
    for (const { problem: _, ...entry } of others) {
      const files = entry.files.map(({ name, blob }) => ({ name, blob }));
      await keepEntry({ ...entry, files, user: this.me.id, name: this.me.name, state: 'waiting' });
    }
    await this.reread();
    this.tellOthers();
  }

  hurry(): void {
    this.pause.end();
  }

  /** What the poll brought needs waiting for no more. */
  settle(events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.type !== 'message' || event.message.from.id !== this.me.id || !event.message.nonce) continue;
      const nonce = event.message.nonce;
      if (!this.find(nonce)) continue;
      this.entries = this.entries.filter((entry) => entry.nonce !== nonce);
      void dropEntry(nonce);
    }
  }

  /** Takes up what other tabs have added or sent. */
  async reread(): Promise<void> {
    const kept = await readEntries(this.me);
    const names = new Set(kept.map((entry) => entry.nonce));
    // What is sent is kept here only, until it is heard of; what could not be kept is here only, too.
    const own = this.entries.filter((entry) => !names.has(entry.nonce) && (entry.state === 'sent' || this.unkept.has(entry.nonce)));
    this.entries = [...kept, ...own].sort((one, other) => one.at - other.at);
    this.hurry();
  }

  private readonly unkept = new Set<string>();

  // One tab sends at a time; where there are no locks the nonces alone see to it that all is stored once.
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return 'locks' in navigator ? navigator.locks.request(`snug-outbox-${this.me.id}`, work) as Promise<T> : work();
  }

  /** @returns whether nothing is left to be sent. */
  private async sendAll(stop: AbortSignal): Promise<boolean> {
    const kept = new Set((await readEntries(this.me)).map((entry) => entry.nonce));
    const waiting = this.entries.filter((entry) => entry.state === 'waiting' && (kept.has(entry.nonce) || this.unkept.has(entry.nonce)));
    const rooms = Map.groupBy(waiting, (entry) => entry.room);
    const done = await Promise.all([...rooms.values()].map((entries) => this.sendInOrder(entries, stop)));
    return done.every(Boolean) && !this.entries.some((entry) => entry.state === 'waiting' && !waiting.includes(entry));
  }

  private async sendInOrder(entries: readonly Entry[], stop: AbortSignal): Promise<boolean> {
    for (const { nonce } of entries) {
      const entry = this.find(nonce);
      if (entry?.state === 'waiting' && !(await this.send(entry, stop))) return false;
    }
    return true;
  }

  /** @returns whether the next one may follow. */
  private async send(entry: Entry, stop: AbortSignal): Promise<boolean> {
    const cancel = new AbortController();
    this.cancels.set(entry.nonce, cancel);
    try {
      const attachments = await this.sendFiles(entry, AbortSignal.any([stop, cancel.signal]));
      if (cancel.signal.aborted) return true;
      const { room, text, nonce, replyTo } = entry;
      await post(room, { text, nonce, ...(replyTo === undefined ? {} : { replyTo }), attachments: attachments.map(({ id }) => id) });
      await dropEntry(nonce);
      if (this.find(nonce)) this.put({ ...this.find(nonce)!, state: 'sent' });
      return true;
    } catch (failure) {
      if (cancel.signal.aborted) return true;
      if (failure instanceof Unreachable || (failure instanceof Refusal && (failure.isPassing || failure.status === 401))) return false;
      if (!(failure instanceof Refusal)) throw failure;
      await this.refuse(entry.nonce, failure.code);
      return true;
    } finally {
      this.cancels.delete(entry.nonce);
      this.report(entry.nonce, null);
    }
  }

  private async sendFiles(entry: Entry, signal: AbortSignal): Promise<Attachment[]> {
    const sent: Attachment[] = [];
    for (const [index, file] of entry.files.entries()) {
      const part = (done: number) => this.report(entry.nonce, (index + done) / entry.files.length);
      part(0);
      const uploaded = file.uploaded ?? (await upload(file.name, file.blob, part, signal));
      sent.push(uploaded);
      const known = this.find(entry.nonce);
      if (known && !file.uploaded) await this.change({ ...known, files: known.files.with(index, { ...file, uploaded }) });
    }
    return sent;
  }

  private async refuse(nonce: string, code: string): Promise<void> {
    const entry = this.find(nonce);
    if (!entry) return;
    // A file that no message took up in a day is gone: the next try sends it again.
    const files = code === 'invalid-attachment' ? entry.files.map(({ name, blob }) => ({ name, blob })) : entry.files;
    await this.change({ ...entry, files, state: 'failed', problem: code });
  }

  private find(nonce: string): Entry | undefined {
    return this.entries.find((entry) => entry.nonce === nonce);
  }

  private put(entry: Entry): void {
    this.entries = this.entries.map((known) => (known.nonce === entry.nonce ? entry : known));
  }

  private async change(entry: Entry): Promise<void> {
    this.put(entry);
    await this.keep(entry);
    this.tellOthers();
  }

  private async keep(entry: Entry): Promise<void> {
    try {
      await keepEntry(entry);
      this.unkept.delete(entry.nonce);
    } catch {
      // It is sent all the same, and lost only if the page is closed first.
      this.unkept.add(entry.nonce);
    }
  }

  private report(nonce: string, done: number | null): void {
    const progress = new Map(this.progress);
    if (done === null) progress.delete(nonce);
    else progress.set(nonce, done);
    this.progress = progress;
  }
}

