import { post, remove } from '../api/calls';
import { Refusal, Unreachable } from '../api/http';
import type { Attachment } from '../api/types';
import type { Entry } from './entry';
import { Faults } from './faults';
import type { Kept } from './kept.svelte';
import { upload } from './upload';

/** Brings to the server what was said: its files, then its message; and knows what becomes of what is refused or taken back on the way. */
export class Delivery {
  /** How far the files of an entry have come, 0 to 1, by the entry's nonce. */
  progress = $state.raw<ReadonlyMap<string, number>>(new Map());

  private readonly faults = new Faults();
  private readonly cancels = new Map<string, AbortController>();

  constructor(
    private readonly kept: Kept,
    private readonly change: (entry: Entry) => Promise<void>,
    /** Has what waits looked at again, now. */
    private readonly hurry: () => void,
    /** Something did not get through. */
    private readonly missed: () => void,
  ) {}

  cancel(nonce: string): void {
    this.cancels.get(nonce)?.abort();
  }

  /** Takes back what other tabs have taken back. */
  cancelMissing(): void {
    for (const [nonce, cancel] of this.cancels) if (!this.kept.find(nonce)) cancel.abort();
  }

  /** Sends entries of one room, each after the one before. @returns whether all have arrived, or were refused. */
  async send(entries: readonly Entry[], stop: AbortSignal): Promise<boolean> {
    for (const { nonce } of entries) {
      // Whoever comes in after this one has left would say it as theirs.
      if (stop.aborted) return false;
      const entry = this.kept.find(nonce);
      if (entry?.state === 'waiting' && !(this.faults.isDue(nonce) && (await this.sendOne(entry, stop)))) return false;
    }
    return true;
  }

  /** @returns whether the next one may follow. */
  private async sendOne(entry: Entry, stop: AbortSignal): Promise<boolean> {
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
      this.faults.forget(nonce);
      return true;
    } catch (failure) {
      if (cancel.signal.aborted) return true;
      if (failure instanceof Unreachable) {
        if (!stop.aborted) this.missed();
        return false;
      }
      // A fault of the page is told to whoever watches it, and must not end the sending for good.
      if (!(failure instanceof Refusal)) {
        reportError(failure);
        return false;
      }
      const isForLater = failure.status === 500 ? this.faults.add(entry.nonce) : failure.isPassing || failure.status === 401;
      if (isForLater) return false;
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
      const part = (done: number) => this.report(entry.nonce, inAll > 0 ? (before + done * file.blob.size) / inAll : done);
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

  private report(nonce: string, done: number | null): void {
    const progress = new Map(this.progress);
    if (done === null) progress.delete(nonce);
    else progress.set(nonce, done);
    this.progress = progress;
  }
}
