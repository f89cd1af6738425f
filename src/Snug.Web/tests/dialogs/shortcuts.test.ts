import { expect, test } from 'vitest';
import { shortcutOf } from '../../src/dialogs/shortcuts';

const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...Object.fromEntries(held.map((one) => [one, true])) });

test('Ctrl+K and Cmd+K switch, also while somebody writes', () => {
  expect(shortcutOf(press('k', 'ctrlKey'), true)).toBe('switcher');
  expect(shortcutOf(press('K', 'metaKey'), true)).toBe('switcher');
});

test('what finds in the page stays the browser\'s, and with Shift finds in the chat', () => {
  expect(shortcutOf(press('f', 'ctrlKey'), false)).toBeNull();
  expect(shortcutOf(press('F', 'ctrlKey', 'shiftKey'), false)).toBe('search');
});

test('a question mark asks for help, but is only typed in a field', () => {
  expect(shortcutOf(press('?', 'shiftKey'), false)).toBe('help');
  expect(shortcutOf(press('?', 'shiftKey'), true)).toBeNull();
  expect(shortcutOf(press('/', 'ctrlKey', 'shiftKey'), true)).toBe('help');
});

test('arrows with Alt go to the rooms beside, with Shift to the unread ones', () => {
  expect(shortcutOf(press('ArrowDown', 'altKey'), true)).toBe('next');
  expect(shortcutOf(press('ArrowUp', 'altKey', 'shiftKey'), true)).toBe('previousUnread');
  expect(shortcutOf(press('ArrowUp'), false)).toBeNull();
});

test('letters that a keyboard makes with Ctrl and Alt are letters', () => {
  expect(shortcutOf(press('k', 'ctrlKey', 'altKey'), true)).toBeNull();
});
