import { expect, test } from 'vitest';
import { listsOf } from '../../src/people/lists';
import { cindy, ethan, user } from '../made';

const users = [user(3, 'zoe', { here: false }), ethan, user(4, 'Anna', { here: false }), cindy];
const shown = (known: Partial<Parameters<typeof listsOf>[0]>, typed = '') =>
  Object.fromEntries(listsOf({ users, members: null, me: 1, isOnline: true, ...known }, typed, 'en').map((list) => [list.key, list.users.map(({ name }) => name)]));

test('in the lobby people are here or away, by name', () => {
  expect(shown({})).toEqual({ here: ['cindy', 'ethan'], away: ['Anna', 'zoe'] });
});

test('elsewhere those in the room come first, those who are here before the others', () => {
  expect(shown({ members: [users[0]!, cindy] })).toEqual({ inRoom: ['cindy', 'zoe'], here: ['ethan'], away: ['Anna'] });
});

test('without the server nobody is here, not even oneself', () => {
  expect(shown({ isOnline: false })).toEqual({ away: ['Anna', 'cindy', 'ethan', 'zoe'] });
});

test('whoever sees the page is here, whatever the server last heard', () => {
  expect(shown({ users: [user(1, 'cindy', { here: false })] })).toEqual({ here: ['cindy'] });
});

test('typing a name leaves those whom it fits', () => {
  expect(shown({}, 'änn')).toEqual({ away: ['Anna'] });
});
