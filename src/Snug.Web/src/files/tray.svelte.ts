import type { Visit } from '../live/visit.svelte';
import { toasts } from '../look/toasts.svelte';
import type { FileToSend } from '../outbox/entry';
import { locale, t } from '../texts/texts.svelte';
import type { Recorder } from '../voice/recorder.svelte';
import { cutName } from './names';
import { sizeWords } from './size-words';
import { isPicture, MostFiles, sortOut } from './tray-rules';

export interface TrayItem {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  /** An address of the browser's own for showing it; null for what is not shown. */
  readonly preview: string | null;
  /** `asking`: it can only be sent with all that the camera wrote into it, which somebody has to want. */
  readonly state: 'preparing' | 'ready' | 'asking';
}

/** What goes with the next message to a room: it waits here while somebody writes, or looks at another room. */
export class Tray {
  items = $state.raw<readonly TrayItem[]>([]);
  /** A recording under way. */
  recorder = $state.raw<Recorder | null>(null);

  /** How often somebody wanted to send what has to be decided first. */
  asked = $state(0);

  private last = 0;
  private preparing = Promise.resolve();

  constructor(private readonly uploadBytes: () => number) {}

  add(files: Iterable<File>): void {
    const sorted = sortOut([...files], { uploadBytes: this.uploadBytes(), taken: this.items.length });
    for (const { name, size } of sorted.tooLarge) this.tellTooLarge(name, size);
    for (const { name } of sorted.empty) toasts.show(t.files.empty(name));
    if (sorted.left > 0) toasts.show(t.files.tooMany(MostFiles));
    for (const file of sorted.taken) this.put(file);
  }

  remove(id: number): void {
    const item = this.items.find((other) => other.id === id);
    if (item?.preview) URL.revokeObjectURL(item.preview);
    this.items = this.items.filter((other) => other !== item);
  }

  /** It is sent with all that is written in it. */
  agree(id: number): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, state: 'ready' } : item));
  }

  /** @returns what is to be sent, once it is ready; null, and everything stays, where somebody has to decide something first. */
  async take(): Promise<readonly FileToSend[] | null> {
    await this.preparing;
    if (this.items.some((item) => item.state === 'asking')) {
      this.asked++;
      return null;
    }
    const files = this.items.map(({ name, blob }) => ({ name, blob }));
    for (const { id } of this.items) this.remove(id);
    return files;
  }

  /** What was taken could not be sent. */
  putBack(files: readonly FileToSend[]): void {
    const items = files.map(({ name, blob }): TrayItem => ({ id: ++this.last, name, blob, preview: previewOf(blob), state: 'ready' }));
    this.items = [...items, ...this.items];
  }

  private put(file: File): void {
    const id = ++this.last;
    const mustPrepare = isPicture(file);
    const preview = mustPrepare ? null : previewOf(file);
    this.items = [...this.items, { id, name: cutName(file.name), blob: file, preview, state: mustPrepare ? 'preparing' : 'ready' }];
    // One after the other: a picture takes much memory while it is redrawn.
    const work = mustPrepare ? () => this.prepare(id, file) : () => this.check(id, file);
    this.preparing = this.preparing.then(work);
  }

  private async prepare(id: number, file: File): Promise<void> {
    if (!this.items.some((item) => item.id === id)) return;
    const { prepare } = await import('../pictures/prepare');
    const prepared = await prepare(file);
    const item = this.items.find((other) => other.id === id);
    if (!item) return;
    if (prepared.kind === 'too-many-pixels') {
      toasts.show(t.files.tooManyPixels(file.name));
      return this.remove(id);
    }
    const { name, blob } = prepared.kind === 'picture' ? prepared : item;
    if (blob.size > this.uploadBytes()) {
      this.tellTooLarge(file.name, blob.size);
      return this.remove(id);
    }
    const isPrepared = prepared.kind === 'picture';
    const ready: TrayItem = { ...item, name, blob, preview: isPrepared ? previewOf(blob) : null, state: isPrepared ? 'ready' : 'asking' };
    this.items = this.items.map((other) => (other.id === id ? ready : other));
  }

  // A folder is dropped like a file, and cannot be read like one.
  private async check(id: number, file: File): Promise<void> {
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      this.remove(id);
      toasts.show(t.files.unreadable(file.name));
    }
  }

  private tellTooLarge(name: string, size: number): void {
    const [has, may] = [size, this.uploadBytes()].map((bytes) => sizeWords(bytes, locale())) as [string, string];
    // In whole megabytes it may be as large as it may be.
    toasts.show(has === may ? t.files.justTooLarge(name, may) : t.files.tooLarge(name, has, may));
  }
}

// A picture is shown once it is prepared: what was chosen may be too large to be decoded.
const previewOf = (blob: Blob): string | null => (/^(image|audio)\//.test(blob.type) && blob.type !== 'image/svg+xml' ? URL.createObjectURL(blob) : null);

const trays = new WeakMap<Visit, Map<number, Tray>>();

/** The tray of a room, the same one each time somebody comes back to it. */
export function trayOf(visit: Visit, room: number): Tray {
  const known = trays.get(visit) ?? new Map<number, Tray>();
  trays.set(visit, known);
  const tray = known.get(room) ?? new Tray(() => visit.limits.uploadBytes);
  known.set(room, tray);
  return tray;
}
