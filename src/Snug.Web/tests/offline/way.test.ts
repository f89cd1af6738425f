import { expect, test } from 'vitest';
import { wayOf } from '../../src/offline/worker/way';

const Origin = 'https://chat.example';
const way = (url: string, mode = 'cors', method = 'GET') => wayOf({ url: new URL(url, Origin).href, mode, method }, Origin, ['/icon.svg']);

test('the page is shown as it was kept when the network is away', () => {
  expect(way('/', 'navigate')).toBe('shell');
  expect(way('/?invite=abc', 'navigate')).toBe('shell');
});

test('what the page consists of is kept', () => {
  expect(way('/assets/index-abc.js')).toBe('kept');
  expect(way('/icon.svg')).toBe('kept');
});

test('what is said in the chat is never touched', () => {
  expect(way('/api/events?since=1')).toBe('network');
  expect(way('/api/uploads/1/cat.png')).toBe('network');
  expect(way('/api/uploads/1/cat.png', 'navigate')).toBe('network');
  expect(way('/assets/index-abc.js', 'cors', 'POST')).toBe('network');
});

test('other places are none of its business', () => {
  expect(way('https://elsewhere.example/assets/index.js')).toBe('network');
  expect(way('/metrics', 'navigate')).toBe('network');
});
