import { edit } from '../api/calls';
import type { Message } from '../api/types';
import { trayOf, type Tray } from '../files/tray.svelte';
import { toasts } from '../look/toasts.svelte';
import { withoutText, withText } from '../state/edited';
import { deletions } from '../talk/deletions.svelte';
import type { OpenRoom } from '../talk/open-room.svelte';
import { attempt } from '../texts/failures';
import { t } from '../texts/texts.svelte';
import { parse, type Command } from './commands';
import { DraftKeeper } from './draft-keeper';
import { readDraft } from './drafts';
import { runCommand } from './run-command';
import { asSaid, lengthOf, showsNothing } from './said';

/** From this part of the limit on, somebody is told how much is left. */
const Near = 0.9;

/** What somebody is about to say in a room, or one message of theirs that they change. */
export class Compose {
  text = $state('');
  /** Why what was typed could not be done. */
  explanation = $state('');
  /** The files that go with it. */
  readonly tray: Tray;
  readonly left = $derived.by(() => this.open.visit.limits.messageLength - lengthOf(asSaid(this.text)));
  readonly isNearLimit = $derived.by(() => this.left <= this.open.visit.limits.messageLength * (1 - Near));

  private readonly keeper: DraftKeeper;
  private edited: Message | null = null;
  /** A changed text that was refused: it is there again for another try. */
  private refused: string | null = null;
  private isRunning = false;

  constructor(private readonly open: OpenRoom) {
    const me = open.visit.chat.me.id;
    this.tray = trayOf(open.visit, open.id);
    this.keeper = new DraftKeeper(me, open.id);
    this.text = readDraft(me, open.id);
  }

  get isTooLong(): boolean {
    return this.left < 0;
  }

  /** Whether there is anything to send. */
  get isEmpty(): boolean {
    return showsNothing(this.text) && this.tray.items.length === 0;
  }

  typed(): void {
    this.explanation = '';
    if (!this.edited) this.keeper.keepSoon(this.text);
  }

  /** For who looks elsewhere. */
  leave(): void {
    this.keeper.keepNow();
  }

  /** Takes a message's text in place of the draft, or brings the draft back. */
  follow(editing: Message | null): void {
    if (editing === this.edited) return;
    this.keeper.keepNow();
    this.edited = editing;
    this.explanation = '';
    this.text = editing ? (this.refused ?? editing.text) : readDraft(this.open.visit.chat.me.id, this.open.id);
    this.refused = null;
  }

  editLast(): void {
    const me = this.open.visit.chat.me.id;
    const last = this.open.room?.messages.findLast((message) => message.from.id === me && !deletions.isHidden(message.id));
    if (last) this.open.editing = last;
  }

  /** Ends what the bar above the text says. @returns whether there was one. */
  escape(): boolean {
    const { editing, replyTo } = this.open;
    if (editing) this.open.editing = null;
    else if (replyTo) this.open.replyTo = null;
    return editing !== null || replyTo !== null;
  }

  async submit(): Promise<void> {
    const said = asSaid(this.text);
    if (this.isTooLong) return;
    if (this.edited) return this.saveEdit(this.edited, said);
    if (showsNothing(said)) return this.tray.items.length > 0 ? this.say('') : undefined;

    const parsed = parse(said);
    if (parsed.kind === 'say') await this.say(parsed.text);
    else if (parsed.kind === 'command') await this.run(parsed.name, parsed.words);
    else this.explanation = parsed.kind === 'unknown' ? t.composer.unknownCommand(parsed.name) : this.explain(parsed.name);
  }

  private explain(name: Command): string {
    const { needs, does } = t.composer.commands[name];
    return t.composer.commandNeeds(`/${name} ${needs}`, does);
  }

  private async say(text: string): Promise<void> {
    const { visit, id, replyTo } = this.open;
    if (lengthOf(text) > visit.limits.messageLength) return void (this.explanation = t.refusals['text-too-long'] ?? '');
    // Before it is kept: who goes on typing writes the next message.
    const typed = this.text;
    this.put('');
    this.open.replyTo = null;
    const files = await this.tray.take();
    if (files && text === '' && files.length === 0) return;
    try {
      if (files) return await visit.outbox.add({ room: id, text, files, ...(replyTo ? { replyTo: replyTo.id } : {}) });
    } catch {
      toasts.show(t.composer.tooMuchWaits);
      this.tray.putBack(files ?? []);
    }
    this.putBack(typed);
    this.open.replyTo = replyTo;
  }

  private async run(name: Command, words: string): Promise<void> {
    // Whoever presses Enter twice means it once.
    if (this.isRunning) return;
    this.isRunning = true;
    const typed = this.text;
    const problem = await runCommand(this.open, name, words).finally(() => (this.isRunning = false));
    if (problem) this.explanation = problem;
    else if (this.text === typed) this.put('');
  }

  private async saveEdit(message: Message, text: string): Promise<void> {
    const { visit } = this.open;
    this.open.editing = null;
    this.follow(null);
    // What says nothing any more is taken back, which can be undone for a while.
    if (showsNothing(text)) return deletions.add(message.id);
    if (text === message.text) return;

    visit.update((chat) => withText(chat, message, text, new Date().toISOString()));
    if (await attempt(() => edit(message.id, text))) return;
    visit.update((chat) => withoutText(chat, message, text));
    if (this.open.editing) return;
    this.refused = text;
    this.open.editing = message;
  }

  // Who has begun to change a message meanwhile finds it among the drafts.
  private putBack(typed: string): void {
    if (!this.edited) return this.put(typed + this.text);
    this.keeper.keepSoon(typed);
    this.keeper.keepNow();
  }

  private put(text: string): void {
    this.text = text;
    this.explanation = '';
    this.keeper.keepSoon(text);
    this.keeper.keepNow();
  }
}
