// How large pictures are sent and shown.
import type { Size } from '../files/names';

/** The long side of a picture that is sent, in pixels: more than a screen shows. */
const LongestSent = 2048;

/** Pixels that are decoded at most: each takes four bytes of memory, twice while it is redrawn. */
export const MostPixels = 100_000_000;

/** The room that a lone picture takes in a conversation, in CSS pixels. */
export const Shown: Size = { width: 420, height: 320 };

/** The largest size of the same shape within a box; never larger than it was. */
export function within({ width, height }: Size, box: Size): Size {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export const sentSize = (size: Size): Size => within(size, { width: LongestSent, height: LongestSent });

/** @returns how wide and high a lone picture stands. Where its shape is not known, a usual one is kept free. */
export function shownSize(size: Size | null): Size {
  if (!size) return { width: 320, height: 240 };
  const { width, height } = within(size, Shown);
  // A strip of a few pixels could be neither seen nor hit.
  return { width: Math.max(width, 64), height: Math.max(height, 48) };
}
