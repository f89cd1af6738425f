import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../src/look/placing';

const size = { width: 300, height: 400 };

describe('what opens beside a button', () => {
  test('stands below it, left edge at left edge', () => {
    expect(placeBeside({ left: 200, right: 236, top: 100, bottom: 136 }, size, 1280, 800)).toEqual({ left: 200, top: 142 });
  });

  test('stands with its right edge at the right edge where it would leave the window', () => {
    expect(placeBeside({ left: 1000, right: 1036, top: 100, bottom: 136 }, size, 1280, 800)).toEqual({ left: 736, top: 142 });
  });

  test('stands above where there is no room below', () => {
    expect(placeBeside({ left: 900, right: 936, top: 700, bottom: 736 }, size, 1280, 800)).toEqual({ left: 900, top: 294 });
  });

  test('never leaves the window', () => {
    expect(placeBeside({ left: 0, right: 36, top: 350, bottom: 386 }, size, 1280, 600)).toEqual({ left: 8, top: 192 });
  });

  test('stays within the window also where its anchor does not', () => {
    expect(placeBeside({ left: 1260, right: 1300, top: 100, bottom: 136 }, size, 1280, 800)).toEqual({ left: 972, top: 142 });
  });
});
