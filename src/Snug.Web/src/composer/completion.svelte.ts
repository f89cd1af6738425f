import { members } from '../api/calls';
import type { User } from '../api/types';
import { findEmoji } from '../emoji/find';
import type { OpenRoom } from '../talk/open-room.svelte';
import { folded } from '../text/rank';
import { Most, optionsFor, toEmoji, type Option } from './options';
import { wantedAt, type Wanted } from './wanted';

/** What the word at the caret may become, and which of that is chosen. */
export class Completion {
  options = $state.raw<readonly Option[]>([]);
  active = $state(0);

  private wanted: Wanted | null = null;
  /** Where somebody has closed the list, or taken something: there it stays closed. */
  private closedAt: number | null = null;
  private members: readonly User[] | null = null;
  private isAsked = false;

  constructor(private readonly open: OpenRoom) {}

  get isOpen(): boolean {
    return this.options.length > 0;
  }

  /** Whether what is chosen stands there already. */
  get isWritten(): boolean {
    const { wanted } = this;
    const option = this.options[this.active];
    return wanted !== null && option !== undefined && folded(option.text).trim() === folded(wanted.mark + wanted.query).trim();
  }

  /** The text has changed, or the caret has moved. */
  look(text: string, caret: number): void {
    const wanted = wantedAt(text, caret);
    if (wanted?.start !== this.closedAt) this.closedAt = null;
    if (wanted?.start !== this.wanted?.start || wanted?.query !== this.wanted?.query) this.active = 0;
    this.wanted = wanted;
    if (wanted?.kind === 'person' && !this.isAsked) void this.askMembers();
    this.fill();
  }

  move(by: number): void {
    this.active = (this.active + by + this.options.length) % this.options.length;
  }

  /** @returns what to write, and from where up to the caret. */
  take(index = this.active): { start: number; text: string } | null {
    const option = this.options[index];
    if (!option || !this.wanted) return null;
    const { start } = this.wanted;
    this.close();
    return { start, text: option.text };
  }

  close(): void {
    this.closedAt = this.wanted?.start ?? null;
    this.options = [];
  }

  private fill(): void {
    const { wanted } = this;
    const isClosed = !wanted || wanted.start === this.closedAt;
    if (!isClosed && wanted.kind === 'emoji') void this.fillWithEmoji(wanted);
    else this.options = isClosed ? [] : optionsFor(wanted, this.open.visit.chat, this.members);
  }

  // What was offered stays until the answer is there, or the list would flicker with each letter.
  private async fillWithEmoji(wanted: Wanted): Promise<void> {
    const found = await findEmoji(wanted.query, Most).catch(() => []);
    if (this.wanted === wanted && wanted.start !== this.closedAt) this.options = found.map(toEmoji);
  }

  // Without the answer everyone is offered, in another order.
  private async askMembers(): Promise<void> {
    this.isAsked = true;
    this.members = await members(this.open.id).catch(() => null);
    if (this.wanted?.kind === 'person') this.fill();
  }
}
