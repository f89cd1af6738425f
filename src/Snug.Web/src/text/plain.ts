// What is left of a message without its looks, for places that have but a line for it.
import type { Block, Span } from './nodes';

export const textOfSpans = (spans: readonly Span[]): string => spans.map(textOfSpan).join('');

export const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(textOfBlock).join('\n');

function textOfSpan(span: Span): string {
  switch (span.kind) {
    case 'break': return '\n';
    case 'text': case 'code': return span.text;
    default: return textOfSpans(span.spans);
  }
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'rule': return '';
    case 'code': return block.text;
    case 'quote': return textOfBlocks(block.blocks);
    case 'list': return block.items.map((item) => textOfBlocks(item.blocks)).join('\n');
    case 'table': return [block.header, ...block.rows].map((row) => row.map((cell) => textOfSpans(cell.spans)).join(' ')).join('\n');
    default: return textOfSpans(block.spans);
  }
}
