// How well a name fits what somebody types to find it.

/** A text without what one need not type: case, accents, width. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** @returns the better the higher; null where the name does not fit at all. Everything fits nothing typed. */
export function fitOf(name: string, typed: string): number | null {
  const [within, wanted] = [folded(name), folded(typed.trim())];
  if (wanted === '') return 0;
  if (within === wanted) return 5;
  if (within.startsWith(wanted)) return 4;
  const at = within.indexOf(wanted);
  if (at >= 0) return /[\p{L}\p{N}]/u.test(within[at - 1]!) ? 2 : 3;
  return hasInOrder(within, wanted) ? 1 : null;
}

/** The things whose name fits, the best first; what fits alike stays in its order. */
export function ranked<T>(things: readonly T[], typed: string, nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, fit: fitOf(nameOf(thing), typed) }))
    .filter((one): one is { thing: T; fit: number } => one.fit !== null)
    .sort((one, other) => other.fit - one.fit)
    .map(({ thing }) => thing);
}

function hasInOrder(within: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    from = within.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
