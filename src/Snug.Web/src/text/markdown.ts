// A message read as Markdown, in the few kinds of things that a message can hold (nodes.ts).
import type { Token, Tokens } from 'marked';
import { readTokens } from './lexer';
import { addressOf, hiddenHost } from './links';
import type { Block, Cell, Item, Span } from './nodes';
import { textOfBlocks, textOfSpans } from './plain';

/** Beyond this many UTF-16 units a text is shown as it is; the server lets 4,000 code points be said at once. */
const Longest = 10_000;
/** Nobody means so many: reading each line may look at all that follow. */
const MostLines = 1_000;

export function readMarkdown(text: string): readonly Block[] {
  const asTyped: Block[] = [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }];
  if (text.length > Longest || text.split('\n', MostLines + 1).length > MostLines) return asTyped;
  const blocks = readTokens(text).flatMap(toBlock);
  // Marks alone (`#`, `>`) would show nothing.
  return textOfBlocks(blocks).trim() === '' && !blocks.some(({ kind }) => kind === 'rule') ? asTyped : blocks;
}

function toBlock(token: Token): Block[] {
  switch (token.type) {
    case 'space': case 'checkbox': return [];
    case 'hr': return [{ kind: 'rule' }];
    case 'heading': return [{ kind: 'heading', spans: toSpans(token.tokens) }];
    case 'code': return [{ kind: 'code', text: (token as Tokens.Code).text, language: languageOf(token as Tokens.Code) }];
    case 'blockquote': return [{ kind: 'quote', blocks: (token as Tokens.Blockquote).tokens.flatMap(toBlock) }];
    case 'list': return [toList(token as Tokens.List)];
    case 'table': return [toTable(token as Tokens.Table)];
    default: return [{ kind: 'paragraph', spans: 'tokens' in token ? toSpans(token.tokens) : [{ kind: 'text', text: token.raw }] }];
  }
}

const languageOf = (code: Tokens.Code): string => code.lang?.trim().split(/\s/)[0]?.toLowerCase() ?? '';

const toList = (list: Tokens.List): Block => ({ kind: 'list', start: list.ordered ? Number(list.start) : null, items: list.items.map(toItem) });

const toItem = (item: Tokens.ListItem): Item => ({ checked: item.task ? item.checked === true : null, blocks: item.tokens.flatMap(toBlock) });

const toTable = ({ header, rows }: Tokens.Table): Block => ({ kind: 'table', header: header.map(toCell), rows: rows.map((row) => row.map(toCell)) });

const toCell = (cell: Tokens.TableCell): Cell => ({ align: cell.align, spans: toSpans(cell.tokens) });

function toSpans(tokens: readonly Token[] = []): Span[] {
  const spans: Span[] = [];
  for (const span of tokens.flatMap(toSpan)) {
    const last = spans.at(-1);
    if (span.kind === 'text' && last?.kind === 'text') spans[spans.length - 1] = { kind: 'text', text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}

function toSpan(token: Token): Span[] {
  switch (token.type) {
    // Two spaces or a backslash before it are marks; what indents the next line is text.
    case 'br': return [{ kind: 'break' }, ...asText(token.raw.slice(token.raw.indexOf('\n') + 1))];
    case 'strong': case 'em': return [{ kind: token.type, spans: toSpans(token.tokens) }];
    case 'del': return [{ kind: 'strike', spans: toSpans(token.tokens) }];
    case 'codespan': return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'link': case 'image': return [toLink(token as Tokens.Link | Tokens.Image)];
    // A task's box is drawn before its first line, not in it.
    case 'checkbox': return [];
    case 'text': return 'tokens' in token ? toSpans(token.tokens) : [{ kind: 'text', text: token.raw }];
    case 'escape': return [{ kind: 'text', text: (token as Tokens.Escape).text }];
    default: return [{ kind: 'text', text: token.raw }];
  }
}

const asText = (text: string): Span[] => (text ? [{ kind: 'text', text }] : []);

// Pictures are links too: showing one would tell its server who reads here.
function toLink(token: Tokens.Link | Tokens.Image): Span {
  const address = addressOf(token.href);
  if (!address) return { kind: 'text', text: token.raw };
  const inside = toSpans(token.tokens);
  const spans: Span[] = textOfSpans(inside).trim() ? inside : [{ kind: 'text', text: token.href }];
  return { kind: 'link', address, spans, host: hiddenHost(textOfSpans(spans), address) };
}
