// Pictures are drawn anew before they are sent: no larger than a screen, and without what a camera wrote into them (where, when, with what).
import { withShape, type Size } from '../files/names';
import { encodingsFor, smallest } from './encoding';
import { Head, isMoving } from './moving';
import { MostPixels, sentSize } from './shape';

/** `unread`: the browser cannot decode it, so all that is written in it is still there. */
export type Prepared =
  | { readonly kind: 'picture'; readonly blob: Blob; readonly name: string }
  | { readonly kind: 'unread' }
  | { readonly kind: 'too-many-pixels' };

export async function prepare(file: File): Promise<Prepared> {
  const size = await measure(file);
  if (!size) return { kind: 'unread' };
  if (size.width * size.height > MostPixels) return { kind: 'too-many-pixels' };
  if (isMoving(new Uint8Array(await file.slice(0, Head).arrayBuffer())))
    return { kind: 'picture', blob: file, name: withShape(file.name, size, file.type || 'image/gif') };

  const blob = await redraw(file, sentSize(size)).catch(() => null);
  return blob ? { kind: 'picture', blob, name: withShape(file.name, sentSize(size), blob.type) } : { kind: 'unread' };
}

// An <img> reads a picture's size, as it is to be seen (turned as the camera was held), without decoding all of it.
async function measure(file: Blob): Promise<Size | null> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = address;
    });
    return image.naturalWidth > 0 ? { width: image.naturalWidth, height: image.naturalHeight } : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function redraw(file: File, { width, height }: Size): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const encode = (type: string) => canvas.convertToBlob({ type, quality: 0.85 });
  const encoded = await Promise.all(encodingsFor(file.type).map(encode));
  return smallest(file.type, encoded);
}
