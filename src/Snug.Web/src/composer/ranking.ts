/** As letters are compared: without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Those whose name has the query: at its beginning first, then at the beginning of a word, then anywhere; those alike in the
 * order given.
 */
export function ranked<T>(all: readonly T[], nameOf: (one: T) => string, query: string, limit: number): T[] {
  const wanted = fold(query.trim());
  return all
    .map((one) => ({ one, rank: rankOf(fold(nameOf(one)), wanted) }))
    .filter(({ rank }) => rank < None)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ one }) => one);
}

const None = 3;

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[\s_.-]+/).some((word) => word.startsWith(wanted))) return 1;
  return name.includes(wanted) ? 2 : None;
}
