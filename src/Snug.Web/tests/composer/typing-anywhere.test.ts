import { afterEach, expect, test } from 'vitest';
import { isForComposer } from '../../src/composer/typing-anywhere';

afterEach(() => (document.body.textContent = ''));

/** A key as it arrives at the window from an element of this kind. */
function press(key: string, tag = 'div', init: KeyboardEventInit = {}) {
  const element = document.body.appendChild(document.createElement(tag));
  let isFor = false;
  const hear = (event: Event) => (isFor = isForComposer(event as KeyboardEvent));
  addEventListener('keydown', hear);
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  removeEventListener('keydown', hear);
  return isFor;
}

test.each(['a', 'É', '@', '5', '漢'])('%s goes into the composer', (key) => {
  expect(press(key)).toBe(true);
});

test.each(['Enter', 'Tab', 'F5', 'ArrowUp', 'Escape', ' ', 'Dead'])('%j stays where it is', (key) => {
  expect(press(key)).toBe(false);
});

test.each(['input', 'textarea', 'select'])('what is typed in %s stays there', (tag) => {
  expect(press('a', tag)).toBe(false);
});

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])('%j is somebody else’s', (init) => {
  expect(press('a', 'div', init)).toBe(false);
});
