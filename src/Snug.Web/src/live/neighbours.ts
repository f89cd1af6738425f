import * as calls from '../api/calls';
import { Refusal } from '../api/http';
import type { Cursor, EventsPage } from '../api/types';
import type { Reach } from './connection.svelte';
import { quietly } from './quietly';
import { Tabs, type Told } from './tabs';

export interface NeighboursHooks {
  readonly user: number;
  readonly stop: AbortSignal;
  cursor(): Cursor | null;
  reach(): Reach;
  receive(page: EventsPage): void;
  /** What the tab that asks knows about the server. */
  learn(reach: Reach): void;
  /** The cursor is none of this chat: what is known must be read anew. */
  restart(): Promise<void>;
  rereadOutbox(): void;
  hurry(): void;
  left(): void;
}

/** The tabs beside this one: what they are told, and what they tell. */
export class Neighbours {
  private readonly tabs = new Tabs((told) => this.hear(told));
  private catchingUp: Promise<void> | null = null;

  constructor(private readonly hooks: NeighboursHooks) {}

  /** Whether only one of the browser's tabs asks at a time. */
  get takeTurns(): boolean {
    return this.tabs.takeTurns;
  }

  /** Whether this tab is the one that asks. */
  get isChosen(): boolean {
    return this.tabs.isChosen;
  }

  /** Runs `work` whenever this tab is the one that asks. */
  start(work: (stop: AbortSignal) => Promise<void>): void {
    this.tabs.tell({ kind: 'hello' });
    void this.tabs.whileChosen(this.hooks.stop, work);
  }

  tellPage(since: Cursor | null, page: EventsPage): void {
    this.tabs.tell({ kind: 'page', user: this.hooks.user, since, page });
  }

  tellReach(): void {
    this.tabs.tell({ kind: 'reach', user: this.hooks.user, reach: this.hooks.reach(), cursor: this.hooks.cursor() });
  }

  tell(kind: 'outbox' | 'hurry'): void {
    this.tabs.tell({ kind });
  }

  tellLeft(): void {
    this.tabs.tell({ kind: 'left', user: this.hooks.user });
  }

  close(): void {
    this.tabs.close();
  }

  private hear(told: Told): void {
    if (told.kind === 'outbox') this.hooks.rereadOutbox();
    else if (told.kind === 'hurry') this.tabs.isChosen && this.hooks.hurry();
    else if (told.kind === 'hello') this.tabs.isChosen && this.tellReach();
    else if ('user' in told && told.user === this.hooks.user) this.hearOfMe(told);
  }

  private hearOfMe(told: Extract<Told, { user: number }>): void {
    if (told.kind === 'left') this.hooks.left();
    else if (told.kind === 'reach') this.hearReach(told.reach, told.cursor);
    else if (told.since === this.hooks.cursor()) this.hooks.receive(told.page);
    else void this.catchUp();
  }

  private hearReach(reach: Reach, cursor: Cursor | null): void {
    if (this.tabs.isChosen) return;
    this.hooks.learn(reach);
    if (reach.status === 'online' && cursor !== this.hooks.cursor()) void this.catchUp();
  }

  // A tab that slept may have missed what another told it: it asks for itself, without waiting.
  private catchUp(): Promise<void> {
    return (this.catchingUp ??= this.tryCatchUp().finally(() => (this.catchingUp = null)));
  }

  private async tryCatchUp(): Promise<void> {
    for (;;) {
      const since = this.hooks.cursor();
      try {
        const page = await calls.events(since, 0, this.hooks.stop);
        if (!page || page.next === since) return;
        if (since === this.hooks.cursor()) this.hooks.receive(page);
      } catch (failure) {
        if (failure instanceof Refusal && failure.code === 'invalid-cursor') await quietly(this.hooks.restart());
        return;
      }
    }
  }
}
