// The same rule as the server's: a name after @, not within a word; a sentence may end behind it.
const Call = /(?<![\p{L}\p{Nd}])@([\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,31})/gu;

/** The places in a text where `@` calls somebody, as written. */
export function* calls(text: string): Generator<{ name: string; index: number }> {
  for (const match of text.matchAll(Call)) yield { name: match[1]!, index: match.index };
}

/** Whether the text calls the one with this name. */
export function callsFor(text: string, name: string): boolean {
  for (const call of calls(text)) if (isSame(call.name, name) || isSame(call.name.replace(/[.-]+$/, ''), name)) return true;
  return false;
}

/** As names are compared: the same however they are written. */
export const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

export const isSame = (one: string, other: string): boolean => keyOf(one) === keyOf(other);
