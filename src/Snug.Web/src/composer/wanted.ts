// What the word before the caret may become.
import { Commands } from './commands';

export interface Wanted {
  readonly kind: 'person' | 'room' | 'emoji' | 'command';
  /** Where in the text what is taken will stand, up to the caret. */
  readonly start: number;
  readonly query: string;
  /** What goes before the name that is taken. */
  readonly mark: '@' | '#' | '/' | '';
}

const Patterns: readonly [kind: Wanted['kind'], mark: Wanted['mark'], pattern: RegExp][] = [
  ['command', '/', /^\/([a-z]*)$/i],
  ['person', '', /^\/(?:msg|invite)\s+(?:@?)([\p{L}\p{Nd}_.-]{0,32})$/iu],
  ['room', '', /^\/join\s+#?([^\n]{0,64})$/iu],
  ['person', '@', /(?<![\p{L}\p{Nd}])@([\p{L}\p{Nd}_.-]{0,32})$/u],
  ['emoji', '', /(?<![\p{L}\p{Nd}:/]):([\p{L}\p{Nd}_+-]{2,30})$/u],
  // Last, because a room's name may have spaces, and what else is wanted would be taken for a part of it.
  ['room', '#', /(?<![\p{L}\p{Nd}#&/])#((?:[^\s#@][^\n#@]{0,30})?)$/u],
];

export function wantedAt(text: string, caret: number): Wanted | null {
  const before = text.slice(0, caret);
  if (isInCode(before)) return null;
  for (const [kind, mark, pattern] of Patterns) {
    const match = pattern.exec(before.slice(-200));
    // Only a whole text can be a command.
    if (!match || (pattern.source.startsWith('^') && before.length > 200)) continue;
    const query = match.at(-1)!;
    const isArgument = mark === '' && kind !== 'emoji';
    return { kind, mark, query, start: isArgument ? caret - query.length : caret - query.length - 1 };
  }
  return null;
}

/** Whether what is typed now stands behind an opened and not closed mark of code. */
const isInCode = (before: string): boolean =>
  before.split('```').length % 2 === 0 || (before.slice(before.lastIndexOf('\n') + 1).split('`').length % 2 === 0);

export const commandsFor = (query: string) => Commands.filter((command) => command.startsWith(query.toLowerCase()));
