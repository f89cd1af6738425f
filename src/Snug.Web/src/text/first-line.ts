import { readMarkdown } from './markdown';
import { textOfBlocks } from './plain';

/** Enough of a message to fill a line, without reading all of a long one. */
const Read = 500;

/** The first line of a message that shows something, without marks: for quotes, lists and notifications. */
export const firstLine = (text: string): string =>
  textOfBlocks(readMarkdown(text.slice(0, Read))).split('\n').map((line) => line.trim()).find(Boolean) ?? '';
