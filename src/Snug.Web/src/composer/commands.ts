// What begins with a slash. `//` says a text that begins with one.

/** In the order in which they are listed; what each needs behind it is named in the texts. */
export const Commands = ['help', 'me', 'msg', 'join', 'leave', 'invite', 'topic', 'search', 'shrug'] as const;
export type Command = (typeof Commands)[number];

const WithoutWords: readonly Command[] = ['help', 'leave', 'shrug'];

export type Parsed =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'command'; readonly name: Command; /** What stands behind it. */ readonly words: string }
  | { readonly kind: 'incomplete'; readonly name: Command }
  | { readonly kind: 'unknown'; readonly name: string };

export function parse(text: string): Parsed {
  if (!text.startsWith('/')) return { kind: 'say', text };
  if (text.startsWith('//')) return { kind: 'say', text: text.slice(1) };
  const [, written = '', rest = ''] = /^\/(\S*)(.*)$/s.exec(text)!;
  const name = Commands.find((command) => command === written.toLowerCase());
  if (!name) return { kind: 'unknown', name: written };

  const words = rest.trim();
  switch (name) {
    case 'me': return words ? { kind: 'say', text: `*${words}*` } : { kind: 'incomplete', name };
    case 'shrug': return { kind: 'say', text: `${words} ¯\\_(ツ)_/¯`.trim() };
    case 'msg': return splitFirst(words).rest ? { kind: 'command', name, words } : { kind: 'incomplete', name };
    default: return words || WithoutWords.includes(name) ? { kind: 'command', name, words } : { kind: 'incomplete', name };
  }
}

/** The first word, without the mark of a name, and what follows. */
export function splitFirst(words: string): { first: string; rest: string } {
  const [, first = '', rest = ''] = /^@?(\S*)\s*(.*)$/s.exec(words)!;
  return { first, rest };
}
