import { expect, test } from 'vitest';
import type { Message } from '../../src/api/types';
import { mergeNewestFirst, picturesOf } from '../../src/pictures/list';

const file = (id: string, type: string) => ({ id, name: id, type, size: 1, url: `/api/uploads/${id}/${id}` });
const message = (id: number, ...attachments: ReturnType<typeof file>[]): Message =>
  ({ id, room: 1, from: { id: 1, name: 'cindy' }, at: '2026-11-02T09:05:07Z', text: '', attachments, reactions: [] });

test('pictures are found among what messages carry', () => {
  const found = picturesOf([message(1, file('a', 'image/png'), file('b', 'audio/webm')), message(2), message(3, file('c', 'image/gif'))]);

  expect(found.map((picture) => [picture.message, picture.file.id])).toEqual([[1, 'a'], [3, 'c']]);
});

test('a gallery has each picture once, the newest first', () => {
  const older = picturesOf([message(1, file('a', 'image/png')), message(2, file('b', 'image/png'))]);
  const newer = picturesOf([message(2, file('b', 'image/png')), message(3, file('c', 'image/png'))]);

  expect(mergeNewestFirst(older, newer).map((picture) => picture.file.id)).toEqual(['c', 'b', 'a']);
});
