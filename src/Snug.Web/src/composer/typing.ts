import type { Replacement } from './formatting';

/** Writes into a text field as if somebody typed it, so that they can undo it. */
export function write(area: HTMLTextAreaElement, { from, to, text, start, end }: Replacement): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and the one way that all browsers keep in their history of undoing.
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}

/** Browsers that cannot size a field by its content are told its height with each change. */
export function growing(area: HTMLTextAreaElement, text: string): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  if (text) area.style.height = `${area.scrollHeight}px`;
}
