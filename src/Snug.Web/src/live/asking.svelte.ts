import type { Cursor, EventsPage } from '../api/types';
import { settings } from '../settings/settings.svelte';
import { Connection, pace } from './connection.svelte';
import { isLookedAt } from './looked-at';
import { Neighbours } from './neighbours';
import { Poller } from './poller';
import { watchForSleep } from './wake';

export interface AskingHooks {
  readonly user: number;
  readonly stop: AbortSignal;
  cursor(): Cursor | null;
  receive(page: EventsPage): void;
  /** The server has answered this tab; `wasAway` when it did not before. */
  reached(wasAway: boolean): void;
  /** The cursor is none of this chat: what is known must be read anew. */
  restart(): Promise<void>;
  rereadOutbox(): void;
  /** Somebody does not want to wait for the next try. */
  hurry(): void;
  /** The session is no more, as the server says, or as another tab knows. */
  ended(by: 'server' | 'tab'): void;
}

/** How a tab hears what is new: from the server when it is its turn to ask, otherwise from the tab that asks. */
export class Asking {
  readonly connection = new Connection();

  private readonly neighbours: Neighbours;
  private readonly poller: Poller;

  constructor(private readonly hooks: AskingHooks) {
    this.neighbours = this.meetNeighbours();
    this.poller = this.makePoller();
  }

  /** Whether it is this tab's turn: that of the one that was looked at last. Where tabs cannot agree (plain HTTP), it is everyone's. */
  get isOurTurn(): boolean {
    return this.neighbours.isChosen;
  }

  start(): void {
    const { stop } = this.hooks;
    // The question in hand was asked at the pace of the background, or before the page was put to sleep.
    document.addEventListener('visibilitychange', () => isLookedAt() && this.poller.nudge(true), { signal: stop });
    // A request in flight does not notice that the network went, or came back.
    addEventListener('online', () => this.hooks.hurry(), { signal: stop });
    addEventListener('offline', () => this.hooks.hurry(), { signal: stop });
    watchForSleep(stop, () => this.hooks.hurry());
    stop.addEventListener('abort', $effect.root(() => this.followSaver()), { once: true });
    this.neighbours.start((turn) => this.poller.run(turn));
  }

  /** Asks now, in whichever tab asks. */
  hurry(): void {
    this.neighbours.tell('hurry');
    this.poller.nudge(true);
  }

  /** Something else did not get through: a question in hand would not notice until its time is over. */
  doubt(): void {
    if (this.connection.status === 'online') this.hurry();
  }

  tellOutbox(): void {
    this.neighbours.tell('outbox');
  }

  /** Tells nobody anything any more. */
  end(tellOthers: boolean): void {
    if (tellOthers) this.neighbours.tellLeft();
    this.neighbours.close();
  }

  private makePoller(): Poller {
    const { hooks } = this;
    return new Poller({
      pace: () => pace({
        isLookedAt: isLookedAt(),
        isSaving: settings.current.saver,
        isOnline: this.connection.status === 'online',
        isOnlyOne: this.neighbours.takeTurns,
      }),
      cursor: () => hooks.cursor(),
      receive: (page, since) => {
        this.neighbours.tellPage(since, page);
        // Another tab may have told of it meanwhile: the next question brings what this one does not know.
        if (since === hooks.cursor()) hooks.receive(page);
      },
      reached: () => this.reached(),
      lost: (seconds) => this.lost(seconds),
      restart: () => hooks.restart(),
      ended: () => hooks.ended('server'),
    });
  }

  private meetNeighbours(): Neighbours {
    const { hooks } = this;
    return new Neighbours({
      user: hooks.user,
      stop: hooks.stop,
      cursor: () => hooks.cursor(),
      reach: () => this.connection.current,
      receive: (page) => hooks.receive(page),
      learn: (reach) => (this.connection.current = reach),
      restart: () => hooks.restart(),
      rereadOutbox: () => hooks.rereadOutbox(),
      hurry: () => this.poller.nudge(true),
      left: () => hooks.ended('tab'),
    });
  }

  private reached(): void {
    const before = this.connection.status;
    this.connection.reached();
    if (before !== 'online') this.neighbours.tellReach();
    this.hooks.reached(before === 'offline');
  }

  private lost(seconds: number): void {
    this.connection.lost(seconds);
    this.neighbours.tellReach();
  }

  // Who wants to save data, or does not any more, need not wait until the question in hand is answered.
  private followSaver(): void {
    let wasSaving = settings.current.saver;
    $effect(() => {
      const isSaving = settings.current.saver;
      if (isSaving !== wasSaving) this.poller.nudge(true);
      wasSaving = isSaving;
    });
  }
}
