import { beforeEach, expect, test, vi } from 'vitest';
import { Tray } from '../../src/files/tray.svelte';
import { toasts } from '../../src/look/toasts.svelte';
import type { Prepared } from '../../src/pictures/prepare';

// What drawing anew makes of a picture, which no browser does here.
let prepared: Prepared;
vi.mock('../../src/pictures/prepare', () => ({ prepare: async () => prepared }));

const text = (name: string) => new File(['words'], name, { type: 'text/plain' });
const photograph = (name = 'cat.jpg') => new File(['camera and place'], name, { type: 'image/jpeg' });
const names = (tray: Tray) => tray.items.map(({ name }) => name);
const told = () => toasts.current.map((toast) => toast.text).join();

let tray: Tray;
beforeEach(() => {
  toasts.current = [];
  tray = new Tray(() => 100);
  prepared = { kind: 'picture', blob: new Blob(['pixels'], { type: 'image/webp' }), name: 'cat-4x3.webp' };
});

test('what is taken is ready: a picture as it was drawn anew, all else as it was', async () => {
  tray.add([photograph(), text('a.txt')]);

  const files = await tray.take();

  expect(files?.map(({ name }) => name)).toEqual(['cat-4x3.webp', 'a.txt']);
  expect(await files![0]!.blob.text()).toBe('pixels');
  expect(tray.items).toEqual([]);
});

test('what is taken twice at once goes with one message only', async () => {
  tray.add([photograph()]);

  const [first, second] = await Promise.all([tray.take(), tray.take()]);

  expect([first?.length, second?.length]).toEqual([1, 0]);
});

test('what cannot be read waits until somebody agrees', async () => {
  prepared = { kind: 'unread' };
  tray.add([photograph('cat.heic'), text('a.txt')]);

  expect(await tray.take()).toBeNull();
  expect(names(tray)).toEqual(['cat.heic', 'a.txt']);
  tray.agree(tray.items[0]!.id);

  expect((await tray.take())?.length).toBe(2);
});

test('a picture that is too much for this machine, or too large even then, is left out and told of', async () => {
  prepared = { kind: 'too-many-pixels' };
  tray.add([photograph('wall.jpg')]);
  expect(await tray.take()).toEqual([]);
  expect(told()).toContain('wall.jpg');

  prepared = { kind: 'picture', blob: new Blob(['x'.repeat(101)]), name: 'moving.gif' };
  tray.add([photograph('moving.gif')]);
  expect(await tray.take()).toEqual([]);
  expect(told()).toContain('moving.gif is too large');
});

test('a folder is told of', async () => {
  const folder = text('holidays');
  folder.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) as unknown as Blob;
  tray.add([folder]);

  expect(await tray.take()).toEqual([]);
  expect(told()).toContain('holidays cannot be read');
});

test('what was removed while it was made ready does not come back', async () => {
  tray.add([photograph()]);
  tray.remove(tray.items[0]!.id);

  expect(await tray.take()).toEqual([]);
});

test('what could not be sent stands where it stood, before what was added since', async () => {
  tray.add([text('a.txt')]);
  const files = await tray.take();
  tray.add([text('b.txt')]);

  tray.putBack(files!);

  expect(names(tray)).toEqual(['a.txt', 'b.txt']);
});

test('what is a byte too large is not told to be as large as it may be', () => {
  tray = new Tray(() => 1024 ** 2);

  tray.add([new File([new Uint8Array(1024 ** 2 + 1)], 'film.bin')]);

  expect(told()).toContain('film.bin is too large by a little. A file may have 1 MB.');
});
