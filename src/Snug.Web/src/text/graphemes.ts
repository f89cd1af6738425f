// Making one costs more than using it a hundred times.
const segmenter = new Intl.Segmenter();

/** A text in the symbols that a reader sees, of one or more code points each. */
export const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
