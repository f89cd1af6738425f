import { describe, expect, test } from 'vitest';
import { optionsFor } from '../../src/composer/options';
import { wantedAt } from '../../src/composer/wanted';
import { chatOf, cindy, room, user } from '../made';

/** `|` is the caret. */
const at = (text: string) => {
  const wanted = wantedAt(text.replace('|', ''), text.indexOf('|'));
  return wanted && `${wanted.kind} ${wanted.mark}${wanted.query} ${wanted.start}`;
};

describe('what the word at the caret may become', () => {
  test.each([
    ['@|', 'person @ 0'], ['hi @et| there', 'person @et 3'], ['(@É|', 'person @É 1'], ['mail@et|', null], ['@et |', null], ['@ethan,|', null],
    ['#|', 'room # 0'], ['in #Kitchen ta|', 'room #Kitchen ta 3'], ['# |', null], ['##|', null], ['a#b|', null],
    [':pi|', 'emoji pi 0'], [':p|', null], ['at 12:30|', null], ['http://|', null], ['so :heart_e|', 'emoji heart_e 3'], ['in #Kitchen table :pi|', 'emoji pi 18'],
    ['/|', 'command / 0'], ['/he|', 'command /he 0'], ['a /he|', null], ['//|', null], ['/help |', null],
    ['/invite et|', 'person et 8'], ['/msg @et|', 'person et 6'], ['/msg ethan hi|', null], ['/join Kit|', 'room Kit 6'],
    ['`@et|', null], ['```\n@et|', null], ['`a` @et|', 'person @et 4'], ['```\na\n```\n@et|', 'person @et 10'], ['', null],
  ])('%j', (text, expected) => {
    expect(at(text)).toBe(expected);
  });
});

describe('what is offered', () => {
  const inRoom = user(3, 'bert', { here: false });
  const chat = chatOf(
    [room(1, 'lobby'), room(2, 'Kitchen', { joined: false }), room(3, 'anna', { kind: 'direct' }), room(4, 'Old', { archived: true }), room(5, 'Office')],
    [cindy, user(2, 'anna'), inRoom, user(4, 'bob'), user(5, 'carl')],
  );
  const offered = (kind: 'person' | 'room' | 'command', query: string) =>
    optionsFor({ kind, query, start: 0, mark: '@' }, chat, [cindy, inRoom, user(5, 'carl')]).map(({ label }) => label);

  test('people of the room first, of those whoever is here first, never oneself', () => {
    expect(offered('person', '')).toEqual(['carl', 'bert', 'anna', 'bob']);
    expect(offered('person', 'b')).toEqual(['bert', 'bob']);
  });

  test('rooms one is in first, no direct or archived ones', () => {
    expect(offered('room', '')).toEqual(['lobby', 'Office', 'Kitchen']);
  });

  test('commands by their beginning', () => {
    expect(offered('command', 'm')).toEqual(['/me TEXT', '/msg NAME TEXT']);
  });
});
