import { address } from '../frame/route.svelte';

class Query {
  words = $state('');
}

/** What is searched for. */
export const query = new Query();

/** Searches for these words, everywhere. */
export function searchFor(words: string): void {
  query.words = words;
  address.go({ pane: 'search' });
}
