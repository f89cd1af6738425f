import type { Visit } from '../live/visit.svelte';
import { t } from '../texts/texts.svelte';

/** How things stand with the server, for the eye: a word, and when the next try is. */
export class Standing {
  private now = $state(Date.now());

  constructor(private readonly visit: Visit) {
    $effect(() => {
      if (visit.connection.nextTry === null) return;
      this.now = Date.now();
      const clock = setInterval(() => (this.now = Date.now()), 1000);
      return () => clearInterval(clock);
    });
  }

  readonly unsent = $derived.by(() => this.visit.outbox.entries.filter((entry) => entry.state !== 'sent').length);

  readonly word = $derived.by(() => {
    const { status } = this.visit.connection;
    return status === 'online' ? t.frame.online : status === 'offline' ? t.frame.offlineShort : t.frame.connecting;
  });

  readonly next = $derived.by(() => {
    const { nextTry } = this.visit.connection;
    if (nextTry === null) return '';
    const seconds = Math.ceil((nextTry - this.now) / 1000);
    return seconds > 0 ? t.frame.nextTry(seconds) : t.frame.trying;
  });
}
