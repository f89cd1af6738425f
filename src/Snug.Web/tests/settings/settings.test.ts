import { beforeEach, expect, test, vi } from 'vitest';

const Usual = { theme: 'system', language: 'system', saver: false, notify: false, sound: false };

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

async function read(kept: string) {
  localStorage.setItem('snug-settings', kept);
  return (await import('../../src/settings/settings.svelte')).settings.current;
}

test('what was chosen is chosen again', async () => {
  expect(await read('{"theme":"dark","language":"de","saver":true}')).toEqual({ ...Usual, theme: 'dark', language: 'de', saver: true });
});

test.each(['{"language":"xx","theme":5,"saver":"no"}', '{"language":"__proto__"}', '{"language":null}', '"text"', 'null', '[1]', '{'])('%s leaves the usual', async (kept) => {
  expect(await read(kept)).toEqual(Usual);
});
