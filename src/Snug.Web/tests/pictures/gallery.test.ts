import { afterEach, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/api/types';
import { Gallery } from '../../src/pictures/gallery.svelte';
import { message } from '../made';

afterEach(() => vi.unstubAllGlobals());

const picture = (id: number) => message(id, { attachments: [{ id: `f${id}`, name: 'a.png', type: 'image/png', size: 1, url: '' }] });

/** A room of so many messages, whose every `nth` carries a picture. */
function room(count: number, nth: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const query = new URL(path, 'http://here').searchParams;
    const before = Number(query.get('before') ?? count + 1), limit = Number(query.get('limit'));
    const first = Math.max(1, before - limit);
    const messages = Array.from({ length: before - first }, (_, index) => ((first + index) % nth === 0 ? picture : message)(first + index));
    return Response.json({ messages, more: first > 1 });
  });
  return asked;
}

const ids = (gallery: Gallery) => gallery.pictures.map((picture) => picture.message);

test('pages are read until there are enough pictures for a step', async () => {
  const asked = room(1000, 20);
  const gallery = new Gallery(1);

  await gallery.loadMore();

  expect(asked.length).toBe(3);
  expect(ids(gallery).slice(0, 2)).toEqual([1000, 980]);
  expect(gallery.hasMore).toBe(true);
});

test('in a room without pictures one step looks only so far back', async () => {
  const asked = room(5000, 6000);
  const gallery = new Gallery(1);

  await gallery.loadMore();

  expect(asked.length).toBe(5);
  expect(gallery.hasMore).toBe(true);
});

test('the beginning of a room is the end of its gallery', async () => {
  room(30, 10);
  const gallery = new Gallery(1);

  await gallery.loadMore();

  expect(ids(gallery)).toEqual([30, 20, 10]);
  expect(gallery.hasMore).toBe(false);
});

test('what is sent meanwhile comes first, what is deleted goes', async () => {
  room(30, 10);
  const gallery = new Gallery(1);
  await gallery.loadMore();

  gallery.hear([
    { type: 'message', id: 31, room: 1, message: picture(31) },
    { type: 'message', id: 32, room: 2, message: picture(32) },
    { type: 'deleted', id: 33, room: 1, messageId: 20 },
  ] as ChatEvent[]);

  expect(ids(gallery)).toEqual([31, 30, 10]);
});

test('what is deleted while its page is on the way stays away', async () => {
  room(30, 10);
  const gallery = new Gallery(1);
  const loaded = gallery.loadMore();

  gallery.hear([{ type: 'deleted', id: 33, room: 1, messageId: 20 }] as ChatEvent[]);
  await loaded;

  expect(ids(gallery)).toEqual([30, 10]);
});
