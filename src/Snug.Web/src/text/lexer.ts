import { Lexer, Tokenizer, type Token } from 'marked';

/** Quotes and lists within each other, and bold within italic within …: more than anybody means, little enough for the stack. */
const Deepest = 10;

/** Lists, quotes, links and emphasis looked for in one message: each may look through all that follows it. */
const MostLooks = 300;

/** @returns what marked reads in a message; it never sees what chat has no use for, so that stays as it was typed. */
export const readTokens = (text: string): Token[] => Lexer.lex(text, { gfm: true, breaks: true, tokenizer: new ChatTokenizer() });

const ListMark = /^ {0,3}(?:[*+-]|\d{1,9}[.)])/;

const firstLineOf = (src: string): string => src.slice(0, Math.max(0, src.indexOf('\n')));

class ChatTokenizer extends Tokenizer {
  private depth = 0;
  private looks = 0;

  override blockquote(src: string) { return /^ {0,3}>/.test(src) ? this.deeper(() => super.blockquote(src)) : undefined; }
  override list(src: string) { return ListMark.test(src) ? this.deeper(() => super.list(src)) : undefined; }
  override table(src: string) { return firstLineOf(src).includes('|') ? super.table(src) : undefined; }
  override link(src: string) { return /^!?\[/.test(src) ? this.deeper(() => super.link(src)) : undefined; }
  override emStrong(src: string, masked: string, before?: string) { return this.mark(src, () => super.emStrong(src, masked, before)); }
  override del(src: string, masked: string, before?: string) { return this.mark(src, () => super.del(src, masked, before)); }

  // A shrug is no escape: ¯\_(ツ)_/¯ keeps its arm.
  override escape(src: string) {
    return src.startsWith('\\_(ツ)') ? { type: 'escape' as const, raw: '\\_', text: '\\_' } : super.escape(src);
  }

  // Raw HTML is shown as typed. Indented code, underlined headings and link definitions happen to people who mean none of them.
  override html() { return undefined; }
  override tag() { return undefined; }
  override code() { return undefined; }
  override lheading() { return undefined; }
  override def() { return undefined; }

  private mark<T>(src: string, read: () => T | undefined): T | undefined {
    return '*_~'.includes(src[0]!) ? this.deeper(read) : undefined;
  }

  private deeper<T>(read: () => T | undefined): T | undefined {
    if (this.depth >= Deepest || ++this.looks > MostLooks) return undefined;
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}
