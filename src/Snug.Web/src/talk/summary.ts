import type { Message } from '../api/types';

/** Of a message what fits in a line: the first line of its text, or what it carries. */
export const summary = ({ text, attachments }: Pick<Message, 'text' | 'attachments'>): string =>
  text.split('\n').map((line) => line.trim()).find(Boolean)?.slice(0, 200) ?? attachments.map(({ name }) => name).join(', ');
