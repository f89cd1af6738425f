import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/text/markdown';
import type { Block, Span } from '../../src/text/nodes';
import cases from '../../../../tests/markdown-cases.json';
import { processorTime } from '../processor-time';

/** A short way to write what is expected: `b:bold`, `[text>href]`, one string for each block. */
function sketch(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph': return spansOf(block.spans);
      case 'heading': return `heading ${spansOf(block.spans)}`;
      case 'code': return `code(${block.language}) ${block.text}`;
      case 'quote': return `quote{${sketch(block.blocks).join(';')}}`;
      case 'list': return `list(${block.start ?? '-'}){${block.items.map((item) => `${item.checked ?? ''}${sketch(item.blocks).join(';')}`).join('|')}}`;
      case 'table': return `table{${[block.header, ...block.rows].map((row) => row.map((cell) => spansOf(cell.spans)).join(',')).join('|')}}`;
      case 'rule': return 'rule';
    }
  });
}

const spansOf = (spans: readonly Span[]): string => spans.map((span) => {
  switch (span.kind) {
    case 'text': return span.text;
    case 'break': return '⏎';
    case 'code': return `<${span.text}>`;
    case 'link': return `[${spansOf(span.spans)}>${span.address.href}]`;
    default: return `${span.kind}(${spansOf(span.spans)})`;
  }
}).join('');

describe('a message read as Markdown', () => {
  test.each(cases.rules)('$what', ({ typed, shown }) => {
    expect(sketch(readMarkdown(typed))).toEqual(shown);
  });

  test('quotes and lists within each other end at some depth', () => {
    const depth = (blocks: readonly Block[]): number => Math.max(0, ...blocks.map((block) =>
      block.kind === 'quote' ? 1 + depth(block.blocks) : block.kind === 'list' ? 1 + Math.max(...block.items.map((item) => depth(item.blocks))) : 0));

    expect(depth(readMarkdown('>'.repeat(9_999)))).toBeLessThanOrEqual(10);
    expect(depth(readMarkdown('- '.repeat(2_000)))).toBeLessThanOrEqual(10);
    expect(depth(readMarkdown('> - 1. '.repeat(1_000)))).toBeLessThanOrEqual(10);
  });

  test.each(['>'.repeat(20_000), '-\n'.repeat(1_001)])('a text longer than anybody may say, or of more lines than anybody means, is shown as it is', (text) => {
    expect(sketch(readMarkdown(text))).toEqual([text]);
  });
});

describe('hostile texts', () => {
  test.each(cases.hostile)('%j over and over is read at once', (part) => {
    const text = part.repeat(10_000 / part.length);

    // Some 50 ms are meant; the rest is for slower machines.
    expect(processorTime(() => readMarkdown(text))).toBeLessThan(500);
  });
});
