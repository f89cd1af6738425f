import { expect, test } from 'vitest';
import { titleOf, waitingIn } from '../../src/notify/title';
import { chatOf, room } from '../made';

test('mentions and direct messages are counted', () => {
  const waiting = waitingIn(chatOf([room(1, 'lobby', { unread: 9, mentions: 1 }), room(2, 'ethan', { kind: 'direct', unread: 2 })]));

  expect(titleOf(waiting, 'lobby')).toBe('(3) lobby · Snug');
});

test('what is only unread is a dot', () => {
  expect(titleOf(waitingIn(chatOf([room(1, 'lobby', { unread: 9 })])), 'Kitchen')).toBe('• Kitchen · Snug');
});

test('a room that one is not in waits for nobody', () => {
  expect(titleOf(waitingIn(chatOf([room(2, 'Garden', { joined: false, unread: 4, mentions: 1 })])), '')).toBe('Snug');
});
