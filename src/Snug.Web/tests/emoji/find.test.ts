import { describe, expect, test } from 'vitest';
import { loadEmoji } from '../../src/emoji/data';
import { findEmoji, ranked } from '../../src/emoji/find';
import { recentEmoji, rememberEmoji } from '../../src/emoji/recent';
import { stepped } from '../../src/emoji/grid';
import { settings } from '../../src/settings/settings.svelte';

const first = async (query: string) => (await findEmoji(query, 5))[0]?.emoji;

describe('finding emoji', () => {
  test('by what people write between colons', async () => {
    expect(await first(':tada:')).toBe('🎉');
    expect(await first('+1')).toBe('👍');
    expect(await first(':smile')).toBe('😄');
  });

  test('by all words at once, in any order', async () => {
    const found = await findEmoji('face rocket', 5);
    expect(found).toEqual([]);
    expect(await first('cat heart')).toBe('😻');
  });

  test('nothing is found by nothing', async () => {
    expect(ranked(await loadEmoji(), '  ', 10)).toEqual([]);
  });

  test('by German words where the page is German', async () => {
    settings.choose({ language: 'de' });
    expect(await first('konfetti')).toBe('🎉');
    expect(await first('tada')).toBe('🎉');
    settings.choose({ language: 'en' });
  });

  test('each is there once, without a sign that it does not need', async () => {
    const all = (await loadEmoji()).map(({ emoji }) => emoji);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('👍');
    expect(all).toContain('❤️');
  });
});

describe('recent emoji', () => {
  test('the newest comes first, once, before the usual ones', () => {
    rememberEmoji('🍝');
    rememberEmoji('🎉');
    rememberEmoji('🍝');
    expect(recentEmoji().slice(0, 3)).toEqual(['🍝', '🎉', '👍']);
    expect(recentEmoji()).toHaveLength(24);
  });
});

describe('arrows in the grid', () => {
  test('lead by one or by a line, and stay within', () => {
    expect(stepped('ArrowRight', 0, 10, 4, false)).toBe(1);
    expect(stepped('ArrowRight', 1, 10, 4, true)).toBe(0);
    expect(stepped('ArrowDown', 1, 10, 4, false)).toBe(5);
    expect(stepped('ArrowDown', 8, 10, 4, false)).toBe(9);
    expect(stepped('End', 1, 10, 4, false)).toBe(9);
    expect(stepped('a', 1, 10, 4, false)).toBeNull();
  });
});
