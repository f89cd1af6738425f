import { language } from '../texts/texts.svelte';

export interface Emoji {
  readonly emoji: string;
  /** What it is called in the page's language. */
  readonly name: string;
  /** What else it may be found by, lower case, with spaces between. */
  readonly words: string;
  /** What is written between colons for it, in English everywhere. */
  readonly codes: readonly string[];
  readonly group: Group;
}

/** In the order of the tabs, by the numbers that emojibase gives them; 2 is no group of emoji. */
export const Groups = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;
export type Group = (typeof Groups)[number];

const loaded = new Map<string, Promise<readonly Emoji[]>>();

/** Every emoji, in the usual order, named in the page's language: a file of its own, fetched when it is first wanted. */
export function loadEmoji(): Promise<readonly Emoji[]> {
  const wanted = language();
  const known = loaded.get(wanted);
  if (known) return known;

  const loading = load(wanted);
  loaded.set(wanted, loading);
  // Without a network it is not there yet: who asks again may be luckier.
  loading.catch(() => loaded.delete(wanted));
  return loading;
}

async function load(wanted: 'en' | 'de'): Promise<readonly Emoji[]> {
  const { default: rows } = wanted === 'de' ? await import('virtual:emoji/de') : await import('virtual:emoji/en');
  return rows.map(([emoji, name, words, codes, group]) =>
    ({ emoji, name, words: words.toLowerCase(), codes: codes ? codes.split(' ') : [], group: group as Group }));
}
