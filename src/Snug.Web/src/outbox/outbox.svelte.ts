import { post, remove } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { Attachment, ChatEvent } from '../api/types';
import { Pause } from '../live/pause';
import type { Entry, FileToSend, Sayer } from './entry';
import { Kept } from './kept.svelte';
import { newNonce } from './nonce';
import { upload } from './upload';

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
  /** How far the files of an entry have come, 0 to 1, by the entry's nonce. */
  progress = $state.raw<ReadonlyMap<string, number>>(new Map());

  private readonly kept: Kept;
  private readonly pause = new Pause();
  private readonly cancels = new Map<string, AbortController>();

  constructor(private readonly me: Sayer, private readonly tellOthers: () => void) {
    this.kept = new Kept(me);
  }

  /** In the order it was said. */
  get entries(): readonly Entry[] {
    return this.kept.entries;
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
    this.cancels.get(nonce)?.abort();
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
    for (const [nonce, cancel] of this.cancels) if (!this.kept.find(nonce)) cancel.abort();
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
    const done = await Promise.all([...rooms].map((room) => this.sendInOrder(waiting.filter((entry) => entry.room === room), stop)));
    return done.every(Boolean) && !this.entries.some(({ nonce, state }) => state === 'waiting' && !waiting.some((entry) => entry.nonce === nonce));
  }

  private async sendInOrder(entries: readonly Entry[], stop: AbortSignal): Promise<boolean> {
    for (const { nonce } of entries) {
      // Whoever comes in after this one has left would say it as theirs.
      if (stop.aborted) return false;
      const entry = this.kept.find(nonce);
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
      const message = await post(room, { text, nonce, ...(replyTo === undefined ? {} : { replyTo }), attachments: attachments.map(({ id }) => id) });
      // Somebody took it back while it was on its way: what arrived all the same is taken back there.
      if (cancel.signal.aborted) await remove(message.id);
      else await this.kept.arrived(nonce);
      return true;
    } catch (failure) {
      if (cancel.signal.aborted) return true;
      if (failure instanceof Unreachable || (failure instanceof Refusal && (failure.isPassing || failure.status === 401))) return false;
      // A fault of the page is told to whoever watches it, and must not end the sending for good.
      if (!(failure instanceof Refusal)) {
        reportError(failure);
        return false;
      }
      return await this.refuse(entry, failure.code);
    } finally {
      this.cancels.delete(entry.nonce);
      this.report(entry.nonce, null);
    }
  }

  private async sendFiles(entry: Entry, signal: AbortSignal): Promise<Attachment[]> {
    const sent: Attachment[] = [];
    const inAll = entry.files.reduce((sum, { blob }) => sum + blob.size, 0);
    let before = 0;
    for (const [index, file] of entry.files.entries()) {
      const part = (done: number) => this.report(entry.nonce, (before + done * file.blob.size) / inAll);
      part(0);
      const uploaded = file.uploaded ?? (await upload(file.name, file.blob, part, signal));
      sent.push(uploaded);
      before += file.blob.size;
      const known = this.kept.find(entry.nonce);
      if (known && !file.uploaded) await this.change({ ...known, files: known.files.with(index, { ...file, uploaded }) });
    }
    return sent;
  }

  /** @returns whether the next one may follow. */
  private async refuse(sent: Entry, code: string): Promise<boolean> {
    const entry = this.kept.find(sent.nonce);
    if (!entry) return true;
    // The server forgets a file that no message took up in a day: what arrived there long ago is sent anew, once.
    const files = code === 'invalid-attachment' ? entry.files.map(({ name, blob }) => ({ name, blob })) : entry.files;
    const isOld = code === 'invalid-attachment' && sent.files.some((file) => file.uploaded);
    await this.change(isOld ? { ...entry, files } : { ...entry, files, state: 'failed', problem: code });
    if (isOld) this.hurry();
    return !isOld;
  }

  private async change(entry: Entry): Promise<void> {
    const isThere = await this.kept.change(entry);
    if (!isThere) this.cancels.get(entry.nonce)?.abort();
    this.tellOthers();
  }

  private report(nonce: string, done: number | null): void {
    const progress = new Map(this.progress);
    if (done === null) progress.delete(nonce);
    else progress.set(nonce, done);
    this.progress = progress;
  }
}
