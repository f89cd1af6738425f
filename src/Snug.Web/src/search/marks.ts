/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isMark: boolean;
}

/** How much of a long text stands before the first find. */
const Before = 60;

/**
 * Cuts a text at what was searched for, without regard to case, as the server looks: letter by letter, so that a text which grows
 * when it is written small (İ) does not move the marks.
 */
export function markedPieces(text: string, wanted: string): Piece[] {
  const [letters, sought] = [[...text].map(large), [...wanted].map(large)];
  const written = [...text];
  const pieces: Piece[] = [];
  let plainFrom = 0;
  for (let at = 0; sought.length > 0 && at + sought.length <= letters.length; ) {
    if (!sought.every((letter, index) => letters[at + index] === letter)) {
      at++;
      continue;
    }
    if (at > plainFrom) pieces.push({ text: written.slice(plainFrom, at).join(''), isMark: false });
    pieces.push({ text: written.slice(at, at + sought.length).join(''), isMark: true });
    at = plainFrom = at + sought.length;
  }
  if (plainFrom < written.length) pieces.push({ text: written.slice(plainFrom).join(''), isMark: false });
  return pieces;
}

/** The same with what stands far before the first find left out, so that the find is seen. */
export function excerpt(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (!first || first.isMark || rest.length === 0 || first.text.length <= Before) return pieces;
  const kept = first.text.slice(-Before);
  return [{ text: `… ${kept.slice(kept.search(/\s/) + 1)}`, isMark: false }, ...rest];
}

// One letter stays one: ß would become two.
const large = (letter: string): string => {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
};
