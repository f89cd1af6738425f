/** Where to put a box of this size so that it stands beside an anchor and is seen whole, in pixels from the window's corner. */
export function beside(anchor: DOMRect, size: { width: number; height: number }, window: { width: number; height: number }): { left: number; top: number } {
  const [gap, edge] = [6, 8];
  const fitsBelow = anchor.bottom + gap + size.height <= window.height - edge;
  const top = fitsBelow ? anchor.bottom + gap : anchor.top - gap - size.height;
  const left = anchor.left + size.width <= window.width - edge ? anchor.left : anchor.right - size.width;
  return { left: within(left, edge, window.width - edge - size.width), top: within(top, edge, window.height - edge - size.height) };
}

const within = (place: number, least: number, most: number): number => Math.max(least, Math.min(place, most));
