import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../src/look/placing';

const size = { width: 300, height: 400 };

describe('what opens beside a button', () => {
  test('stands below it, right edge at right edge', () => {
    expect(placeBeside({ left: 900, right: 936, top: 100, bottom: 136 }, size, 1280, 800)).toEqual({ left: 636, top: 142 });
  });

  test('stands above where there is no room below', () => {
    expect(placeBeside({ left: 900, right: 936, top: 700, bottom: 736 }, size, 1280, 800)).toEqual({ left: 636, top: 294 });
  });

  test('never leaves the window', () => {
    expect(placeBeside({ left: 0, right: 36, top: 350, bottom: 386 }, size, 1280, 600)).toEqual({ left: 8, top: 192 });
  });
});
