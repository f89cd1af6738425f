import { expect, test } from 'vitest';
import { mergeNewestFirst, picturesOf } from '../../src/pictures/list';
import { message } from '../made';

const file = (id: string, type: string) => ({ id, name: id, type, size: 1, url: `/api/uploads/${id}/${id}` });
const carrying = (id: number, ...attachments: ReturnType<typeof file>[]) => message(id, { attachments });

test('pictures are found among what messages carry', () => {
  const found = picturesOf([carrying(1, file('a', 'image/png'), file('b', 'audio/webm')), carrying(2), carrying(3, file('c', 'image/gif'))]);

  expect(found.map((picture) => [picture.message, picture.file.id])).toEqual([[1, 'a'], [3, 'c']]);
});

test('a gallery has each picture once, the newest first', () => {
  const older = picturesOf([carrying(1, file('a', 'image/png')), carrying(2, file('b', 'image/png'))]);
  const newer = picturesOf([carrying(2, file('b', 'image/png')), carrying(3, file('c', 'image/png'))]);

  expect(mergeNewestFirst(older, newer).map((picture) => picture.file.id)).toEqual(['c', 'b', 'a']);
});
