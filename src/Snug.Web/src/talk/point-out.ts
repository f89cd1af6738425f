/** How long a row stands out from the others, in milliseconds. */
const StandsOut = 2_500;
/** Rows around it find their sizes only once they are in view: so many frames long it is put into the middle anew. */
const Frames = 4;

/** Brings a row into the middle, gives it the focus, and has it stand out for a while. @param bring scrolls to it. */
export function pointOut(row: HTMLElement, bring: () => void, frames = Frames): void {
  bring();
  if (frames > 0) return void requestAnimationFrame(() => pointOut(row, bring, frames - 1));
  row.focus({ preventScroll: true });
  row.setAttribute('data-shown', '');
  setTimeout(() => row.removeAttribute('data-shown'), StandsOut);
}
