// Where the focus goes when what had it is hidden or gone: never back to the beginning of the page.

/** @param part of the page that has come into view. */
export function focusOn(part: 'list' | 'room' | 'pane', room: number | null): void {
  const has = document.activeElement;
  // Whatever has the focus and can be seen keeps it: a composer that takes it, a menu that is open.
  if (has instanceof HTMLElement && has !== document.body && has.checkVisibility()) return;
  if (part === 'pane') return focus('.side h2');
  if (part === 'room') return focus('main');
  focus(room === null ? 'nav' : `nav a[href^="#/rooms/${room}"]`);
}

/** What somebody types in, or the conversation where there is nothing to type in. */
export const skipToConversation = (): void => (document.querySelector('main textarea') ? focus('main textarea') : focus('main'));

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
