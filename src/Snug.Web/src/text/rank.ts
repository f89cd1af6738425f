// How well a name fits what somebody types to find it.

/** A text without what one need not type: case, accents, width. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** How well a name fits, the better the higher. */
export const Fit = { LettersInOrder: 1, Within: 2, AtWord: 3, AtBeginning: 4, Whole: 5 } as const;

/** @returns how well the name fits; null where it does not fit at all. Everything fits nothing typed. */
export function fitOf(name: string, typed: string): number | null {
  const [within, wanted] = [folded(name), folded(typed.trim())];
  if (wanted === '' || within === wanted) return Fit.Whole;
  if (within.startsWith(wanted)) return Fit.AtBeginning;
  if (within.includes(wanted)) return hasAtWord(within, wanted) ? Fit.AtWord : Fit.Within;
  return hasInOrder(within, wanted) ? Fit.LettersInOrder : null;
}

/** The things whose name fits at least so well, the best first; what fits alike stays in its order. */
export function ranked<T>(things: readonly T[], typed: string, nameOf: (thing: T) => string, least: number = Fit.LettersInOrder): T[] {
  return things
    .map((thing) => ({ thing, fit: fitOf(nameOf(thing), typed) }))
    .filter((one): one is { thing: T; fit: number } => one.fit !== null && one.fit >= least)
    .sort((one, other) => other.fit - one.fit)
    .map(({ thing }) => thing);
}

function hasAtWord(within: string, wanted: string): boolean {
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1))
    if (!/[\p{L}\p{N}]/u.test(within[at - 1]!)) return true;
  return false;
}

function hasInOrder(within: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    from = within.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
