import { describe, expect, test } from 'vitest';
import cases from '../../../../tests/markdown-cases.json';
import type { Room } from '../../src/api/types';
import { emptyChat, emptyRoom } from '../../src/state/chat';
import { namesOf, splitNames, type Names } from '../../src/text/names';
import { processorTime } from '../processor-time';

const names: Names = { me: 'Cindy', people: new Set(['cindy', 'ethan', 'dr.no']), rooms: new Map([['kitchen', 2], ['kitchen table', 3], ['c++', 4]]) };

const sketch = (text: string) => splitNames(text, names)
  .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'room' ? `{${piece.text}=${piece.id}}` : `{${piece.text}${piece.isMe ? '!' : ''}}`)).join('');

describe('names in a text', () => {
  test.each(cases.names)('$text', ({ text, shown }) => {
    expect(sketch(text)).toBe(shown);
  });

  test('stay the same object while no name changes', () => {
    const chat = { ...emptyChat({ id: 1, name: 'cindy', role: 'guest' }), users: [{ id: 2, name: 'ethan', role: 'guest' as const }] };
    const room = (unread: number) => emptyRoom({ id: 1, name: 'lobby', kind: 'public', unread } as Room);
    const before = namesOf({ ...chat, rooms: new Map([[1, room(0)]]) });

    expect(namesOf({ ...chat, rooms: new Map([[1, room(1)]]) })).toBe(before);
    expect(namesOf({ ...chat, rooms: new Map() })).not.toBe(before);
  });

  test('many marks are looked at in no time', () => {
    expect(processorTime(() => splitNames('#a'.repeat(2_000), names))).toBeLessThan(250);
  });
});
