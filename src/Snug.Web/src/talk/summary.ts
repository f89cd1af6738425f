import type { Message } from '../api/types';
import { firstLine } from '../text/first-line';

/** Of a message what fits in a line: the first line of its text, or what it carries. */
export const summary = ({ text, attachments }: Pick<Message, 'text' | 'attachments'>): string =>
  firstLine(text).slice(0, 200) || attachments.map(({ name }) => name).join(', ');
