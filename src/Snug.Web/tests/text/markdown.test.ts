import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/text/markdown';
import type { Block, Span } from '../../src/text/nodes';
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

const Rules: [what: string, typed: string, shown: string[]][] = [
  ['a line break breaks the line', 'one\ntwo', ['one⏎two']],
  ['an empty line parts paragraphs', 'one\n\n\ntwo', ['one', 'two']],
  ['indentation is kept', 'if:\n    then', ['if:⏎    then']],
  ['bold, italic, struck', '**b** *i* _i_ ~~s~~', ['strong(b) em(i) em(i) strike(s)']],
  ['marks within words stay', 'snake_case_name 2*3*4', ['snake_case_name 2em(3)4']],
  ['a mark that is taken back stays', '\\*not\\*', ['*not*']],
  ['a shrug keeps its arm', '¯\\_(ツ)_/¯', ['¯\\_(ツ)_/¯']],
  ['code', '`<b>*x*</b>`', ['<<b>*x*</b>>']],
  ['a code block with a language', '```Python\nx = 1\n```', ['code(python) x = 1']],
  ['a code block that is not closed', '```\nx', ['code() x']],
  ['quotes in quotes', '> a\n> > b\n\nc', ['quote{a;quote{b}}', 'c']],
  ['a list', '- a\n- b\n  - c', ['list(-){a|b;list(-){c}}']],
  ['a numbered list keeps its first number', '3. a\n4. b', ['list(3){a|b}']],
  ['tasks', '- [ ] a\n- [x] b', ['list(-){falsea|trueb}']],
  ['a heading', '## Title', ['heading Title']],
  ['a rule, and no heading over dashes', 'a\n---\nb', ['a', 'rule', 'b']],
  ['a table', '|a|b|\n|-|-|\n|1|**2**|', ['table{a,b|1,strong(2)}']],
  ['a link', '[docs](https://snug.example/a)', ['[docs>https://snug.example/a]']],
  ['a bare link, without the sentence around it', '(see https://snug.example/a_b).', ['(see [https://snug.example/a_b>https://snug.example/a_b]).']],
  ['an address without its scheme', 'www.snug.example', ['[www.snug.example>http://www.snug.example/]']],
  ['a mail address', 'cindy@snug.example', ['[cindy@snug.example>mailto:cindy@snug.example]']],
  ['a link without a text shows where it leads', '[](https://snug.example)', ['[https://snug.example>https://snug.example/]']],
  ['a picture is a link', '![cat](https://snug.example/cat.png)', ['[cat>https://snug.example/cat.png]']],
  ['HTML is shown as typed', '<b onclick="x()">hi</b>', ['<b onclick="x()">hi</b>']],
  ['entities in code are shown as typed', '`&#106;`', ['<&#106;>']],
  ['a script is shown as typed', '<script>alert(1)</script>', ['<script>alert(1)</script>']],
  ['entities are shown as typed', '&lt;b&gt; &amp; &#106;', ['&lt;b&gt; &amp; &#106;']],
  ['a link to a script is shown as typed', '[x](javascript:alert(1))', ['[x](javascript:alert(1))']],
  ['a definition of a link is shown', '[x]: https://snug.example', ['[x]: [https://snug.example>https://snug.example/]']],
  ['marks alone are shown', '#', ['#']],
  ['a quote of nothing is shown', '> ', ['> ']],
  ['nothing is an empty paragraph', '', ['']],
];

describe('a message read as Markdown', () => {
  test.each(Rules)('%s', (_, typed, shown) => {
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

const Hostile = [
  '>', '> ', '[', '![', '*', '**', '_', '~', '(', '`', '<', '<!--', '\\', '&', '|', '|-', '#', '-', '- ', '1. ', '\n', ' ', '\t', '@', 'a_', '*a ', '**a', '__a', '***a', '*a**b',
  '~~a', '[a](', '[](', '[a][', '](', '> \n', '-\n', '-\n-', '```\n', '> - ', 'http://', 'www.a.', 'a@', '[a](b', '<a', '`a', '\u202E', 'a\u0300', '🍝',
];

describe('hostile texts', () => {
  test.each(Hostile)('%j over and over is read at once', (part) => {
    const text = part.repeat(10_000 / part.length);

    // Some 50 ms are meant; the rest is for slower machines.
    expect(processorTime(() => readMarkdown(text))).toBeLessThan(500);
  });
});
