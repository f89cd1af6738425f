// How a picture lies in the lightbox: how much larger than fitting, and how far its middle was moved, in CSS pixels.
import type { Size } from '../files/names';

export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const Fit: Zoom = { scale: 1, x: 0, y: 0 };

const Most = 8;

/** Larger or smaller by a factor, so that what lies under a point (measured from the middle) stays there. */
export function zoomed(zoom: Zoom, factor: number, point: { x: number; y: number }): Zoom {
  const scale = Math.min(Most, Math.max(1, zoom.scale * factor));
  if (scale === 1) return Fit;
  const by = scale / zoom.scale;
  return { scale, x: point.x - (point.x - zoom.x) * by, y: point.y - (point.y - zoom.y) * by };
}

/** Moved, but never so far that nothing of it is in the middle. @param shown its size when it fits. */
export function moved(zoom: Zoom, dx: number, dy: number, shown: Size): Zoom {
  const bound = (value: number, length: number) => {
    const most = ((zoom.scale - 1) * length) / 2;
    return Math.min(most, Math.max(-most, value));
  };
  return { ...zoom, x: bound(zoom.x + dx, shown.width), y: bound(zoom.y + dy, shown.height) };
}

/** What a finger that went so far means, when the picture fits. */
export function swipe(dx: number, dy: number): 'next' | 'previous' | 'close' | null {
  if (Math.abs(dx) > 60 && Math.abs(dx) > 1.5 * Math.abs(dy)) return dx < 0 ? 'next' : 'previous';
  return dy > 110 && dy > 1.5 * Math.abs(dx) ? 'close' : null;
}
