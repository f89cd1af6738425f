import { address } from '../frame/route.svelte';
import { Lobby } from '../state/chat';

class Query {
  words = $state('');
  /** Only in the room on screen. */
  isHereOnly = $state(false);
  /** Counts each time that somebody wants to type what to search for. */
  asked = $state(0);
}

/** What is searched for: kept while the pane is closed, or a jump to a find would lose it on a phone. */
export const query = new Query();

/** Shows the search. */
export function startSearch(): void {
  query.asked++;
  address.go({ room: address.current.room ?? Lobby, pane: 'search' });
}

/** Searches for these words, everywhere. */
export function searchFor(words: string): void {
  query.words = words;
  query.isHereOnly = false;
  startSearch();
}
