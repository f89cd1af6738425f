// Marks around what is selected. All of it is pure: a text and a selection in, another out.

export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in place of `from` to `to`, and what is selected then. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts the mark on both sides of the selection, or takes it away where it is. */
export function toggle({ text, start, end }: Selected, mark: string): Replacement {
  const inside = text.slice(start, end);
  const size = mark.length;
  if (isMarked(text.slice(0, start), text.slice(end), mark))
    return { from: start - size, to: end + size, text: inside, start: start - size, end: end - size };
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark))
    return { from: start, to: end, text: inside.slice(size, -size), start, end: end - 2 * size };
  return { from: start, to: end, text: mark + inside + mark, start: start + size, end: end + size };
}

// One star beside two more is not the mark of italic.
const isMarked = (before: string, after: string, mark: string): boolean =>
  before.endsWith(mark) && after.startsWith(mark) && (mark !== '*' || before.match(/\**$/)![0].length !== 2);

/** @returns null where what is pasted is no address, or nothing is selected that could be its text. */
export function linkFrom({ text, start, end }: Selected, pasted: string): Replacement | null {
  const href = pasted.trim();
  const inside = text.slice(start, end);
  if (!inside.trim() || /[\n[\]]/.test(inside) || !/^https?:\/\/[^\s<>]+$/.test(href) || /^https?:\/\//.test(inside)) return null;
  const link = `[${inside}](${href.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})`;
  return { from: start, to: end, text: link, start: start + link.length, end: start + link.length };
}
