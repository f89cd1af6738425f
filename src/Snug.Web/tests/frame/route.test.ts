import { expect, test } from 'vitest';
import { read, write, type Route } from '../../src/frame/route.svelte';

test.each<[string, Route]>([
  ['#/', { room: null, message: null, pane: null }],
  ['#/rooms/5', { room: 5, message: null, pane: null }],
  ['#/rooms/5/124', { room: 5, message: 124, pane: null }],
  ['#/rooms/5?pane=people', { room: 5, message: null, pane: 'people' }],
])('%s can be read and written', (hash, route) => {
  expect(read(hash)).toEqual(route);
  expect(write(route)).toBe(hash);
});

test.each(['', '#', '#/rooms/', '#/rooms/x', '#/elsewhere/5', '#/rooms/1e9'])('what leads nowhere (%s) shows the rooms', (hash) => {
  expect(read(hash).room).toBeNull();
});
