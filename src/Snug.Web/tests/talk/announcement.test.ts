import { describe, expect, test } from 'vitest';
import { announcement } from '../../src/talk/announcement';
import { message } from '../made';

describe('what is read out', () => {
  test('a few messages are read with their speakers', () => {
    expect(announcement([message(1, { text: 'Pizza?' }), message(2, { text: '', attachments: [{ id: 'a', name: 'menu.png', type: 'image/png', size: 1, url: '/a' }] })]))
      .toEqual(['ethan: Pizza?', 'ethan: menu.png']);
  });

  test('of many at once only the number', () => {
    expect(announcement([1, 2, 3, 4, 5].map((id) => message(id)))).toEqual(['5 new messages']);
  });
});
