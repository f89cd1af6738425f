// Whether a picture moves. A canvas would keep its first frame only, so these are sent as they are: their formats come from programs, not
// from cameras, and hold no place.

/** Bytes of a file's beginning that tell it: the first chunks of each format. */
export const Head = 64 * 1024;

export function isMoving(head: Uint8Array): boolean {
  const text = (start: number, length: number) => String.fromCharCode(...head.subarray(start, start + length));
  if (text(0, 4) === 'GIF8') return hasSecondFrame(head);
  // The second bit of the flags of an extended WebP.
  if (text(0, 4) === 'RIFF' && text(8, 8) === 'WEBPVP8X') return ((head[20] ?? 0) & 0x02) !== 0;
  if (text(1, 3) === 'PNG') return hasChunk(head, 'acTL');
  return text(4, 8) === 'ftypavis';
}

// Each frame that has a time begins with a graphic control extension; a still picture has one or none. Netscape's extension, which says how
// often to begin again, stands near the front of all that move, however large their frames are.
function hasSecondFrame(head: Uint8Array): boolean {
  let frames = 0;
  for (let at = 0; at + 3 < head.length; at++) {
    if (head[at] === 0x21 && head[at + 1] === 0xf9 && head[at + 2] === 4) frames++;
    if (head[at] === 0x21 && head[at + 1] === 0xff && head[at + 2] === 11) return true;
  }
  return frames > 1;
}

// A chunk of PNG is its length, its name, its data and a sum; those before the first IDAT say how the picture is to be read.
function hasChunk(head: Uint8Array, wanted: string): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 8; at + 8 <= head.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...head.subarray(at + 4, at + 8));
    if (name === wanted) return true;
    if (name === 'IDAT') return false;
  }
  return false;
}
