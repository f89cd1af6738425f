/** Back to the field that one writes in: what was attached is sent by Enter from there. A finger would only call up the keyboard. */
export function focusText(within: Element): void {
  if (matchMedia('(pointer: fine)').matches) within.closest('form')?.querySelector('textarea')?.focus();
}
