export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const Gap = 6;
const Edge = 8;

/**
 * Where something stands beside what opened it, in pixels from the window's left and top: below where it fits, else above, else as far
 * in the window as it goes; its left edge at the anchor's where it fits, else its right edge at the anchor's.
 */
export function placeBeside(anchor: Box, size: { readonly width: number; readonly height: number }, width: number, height: number) {
  const fitsBelow = anchor.bottom + Gap + size.height <= height - Edge;
  const above = anchor.top - Gap - size.height;
  const top = fitsBelow ? anchor.bottom + Gap : above >= Edge ? above : height - Edge - size.height;
  const fitsFromLeft = anchor.left + size.width <= width - Edge;
  const left = fitsFromLeft ? anchor.left : Math.min(anchor.right, width - Edge) - size.width;
  return { left: Math.max(Edge, left), top: Math.max(Edge, top) };
}
