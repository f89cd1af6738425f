import { loadEmoji, type Emoji } from './data';

/** The emoji that somebody may mean who writes `query`, likeliest first. @throws when the data cannot be fetched. */
export async function findEmoji(query: string, limit: number): Promise<readonly Emoji[]> {
  return ranked(await loadEmoji(), query, limit);
}

/** Those that have every word of the query, best first: by what they are called, then by what they have to do with. */
export function ranked(all: readonly Emoji[], query: string, limit: number): readonly Emoji[] {
  const wanted = query.toLowerCase().replaceAll(':', ' ').split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];

  return all
    .map((emoji) => ({ emoji, rank: worst(wanted.map((word) => rank(emoji, word))) }))
    .filter(({ rank }) => rank < None)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}

const None = 9;
const worst = (ranks: readonly number[]): number => Math.max(...ranks);

function rank({ name, words, codes }: Emoji, word: string): number {
  if (codes.includes(word)) return 0;
  const called = ` ${name.toLowerCase()} `;
  if (called.includes(` ${word} `)) return 1;
  if (codes.some((code) => code.startsWith(word))) return 2;
  if (called.includes(` ${word}`)) return 3;
  const about = ` ${words} `;
  if (about.includes(` ${word} `)) return 4;
  if (about.includes(` ${word}`)) return 5;
  // Within a word only what is long enough to mean something.
  if (word.length > 2 && (called.includes(word) || about.includes(word) || codes.some((code) => code.includes(word)))) return 6;
  return None;
}
