import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftKeeper } from '../../src/composer/draft-keeper';
import { forgetDrafts, keepDraft, readDraft } from '../../src/composer/drafts';

beforeEach(() => localStorage.clear());

describe('drafts', () => {
  test('each room keeps its own', () => {
    keepDraft(1, 5, 'five');
    keepDraft(1, 6, 'six');

    expect([readDraft(1, 5), readDraft(1, 6), readDraft(1, 7)]).toEqual(['five', 'six', '']);
  });

  test('nothing forgets one', () => {
    keepDraft(1, 5, 'five');
    keepDraft(1, 5, '');

    expect(readDraft(1, 5)).toBe('');
  });

  test('the next one at this browser sees none', () => {
    keepDraft(1, 5, 'secret');

    expect(readDraft(2, 5)).toBe('');
    keepDraft(2, 6, 'mine');
    expect(readDraft(1, 5)).toBe('');
  });

  test.each(['[null,5,"x",[5,{}],[5]]', '{}', 'null'])('%s where drafts should be is none', (rooms) => {
    localStorage.setItem('snug-drafts', `{"user":1,"rooms":${rooms}}`);

    expect(readDraft(1, 5)).toBe('');
    keepDraft(1, 5, 'five');
    expect(readDraft(1, 5)).toBe('five');
  });

  test('who leaves leaves none', () => {
    keepDraft(1, 5, 'five');
    forgetDrafts();

    expect(localStorage.length).toBe(0);
  });

  test('the one left alone for longest gives way, and none is endless', () => {
    for (let room = 1; room <= 60; room++) keepDraft(1, room, 'x'.repeat(30_000));
    keepDraft(1, 11, 'again');
    keepDraft(1, 61, 'new');

    expect([readDraft(1, 10), readDraft(1, 11), readDraft(1, 12), readDraft(1, 61)]).toEqual(['', 'again', '', 'new']);
    expect(readDraft(1, 13)).toHaveLength(20_000);
  });

  test('what is no draft is read as none', () => {
    for (const kept of ['', '{', 'null', '[]', '{"user":1}', '{"user":1,"rooms":5}']) {
      localStorage.setItem('snug-drafts', kept);
      expect(readDraft(1, 5)).toBe('');
    }
  });

  test('keys are kept a moment later, once for many, and at once for who goes', () => {
    vi.useFakeTimers();
    const keeper = new DraftKeeper(1, 5);

    keeper.keepSoon('a');
    keeper.keepSoon('ab');
    expect(readDraft(1, 5)).toBe('');
    vi.advanceTimersByTime(300);
    expect(readDraft(1, 5)).toBe('ab');
    keeper.keepSoon('abc');
    keeper.keepNow();
    expect(readDraft(1, 5)).toBe('abc');
    vi.useRealTimers();
  });
});
