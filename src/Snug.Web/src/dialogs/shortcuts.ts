// What a key does wherever one is in the page.
export type Shortcut = 'switcher' | 'search' | 'help' | 'next' | 'previous' | 'nextUnread' | 'previousUnread';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** @param isWriting whether the keyboard's letters go into a field. */
export function shortcutOf(press: Press, isWriting: boolean): Shortcut | null {
  const isCommand = press.ctrlKey !== press.metaKey && !press.altKey;
  const key = press.key.toLowerCase();
  if (isCommand && !press.shiftKey && key === 'k') return 'switcher';
  if (isCommand && press.shiftKey && key === 'f') return 'search';
  // On many keyboards the slash is itself above a digit.
  if (isCommand && key === '/') return 'help';
  if (!isWriting && !press.ctrlKey && !press.metaKey && !press.altKey && key === '?') return 'help';
  if (!press.altKey || press.ctrlKey || press.metaKey) return null;
  if (key === 'arrowdown') return press.shiftKey ? 'nextUnread' : 'next';
  if (key === 'arrowup') return press.shiftKey ? 'previousUnread' : 'previous';
  return null;
}

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
