/** What keys mean something else in. */
const Busy = 'input, textarea, select, [contenteditable], dialog, [popover], [role="menu"], [role="listbox"], [role="grid"], [role="tablist"]';

/** Whether a key is the beginning of something to say, wherever it is typed: nothing else on the page would take it. */
export function isForComposer(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if ([...event.key].length !== 1) return false;
  const at = event.target instanceof Element ? event.target : document.body;
  // The space bar presses buttons and scrolls.
  if (event.key === ' ') return false;
  return !at.closest(Busy) && !document.querySelector('dialog[open], :popover-open');
}
