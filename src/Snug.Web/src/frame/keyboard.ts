/** Less than this, in pixels, is a browser's bar that comes or goes. */
const LeastKeyboard = 80;

/**
 * Keeps the page above a phone's keyboard where the browser lays that over it (Safari; Chromium is asked to make room, in index.html):
 * `--visible-height` says how much of the window can be seen.
 * @returns what ends that.
 */
export function keepAboveKeyboard(): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => undefined;
  const { style } = document.documentElement;
  const fit = () => {
    const isCovered = Math.abs(seen.scale - 1) < 0.01 && window.innerHeight - seen.height > LeastKeyboard;
    if (!isCovered) return style.removeProperty('--visible-height');
    style.setProperty('--visible-height', `${seen.height}px`);
    // Safari has moved the page up to show what is typed in; now it is shown where it stands.
    window.scrollTo(0, 0);
  };
  seen.addEventListener('resize', fit);
  return () => {
    seen.removeEventListener('resize', fit);
    style.removeProperty('--visible-height');
  };
}
