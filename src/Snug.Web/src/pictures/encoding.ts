/** A PNG (a screenshot, a drawing: sharp lines) stays one until it is so many times larger than what blurs its lines a little. */
const WorthTheLines = 2;

/** @returns the types to try for a picture that was of a type. A browser answers with PNG where it cannot write one (Safari: WebP). */
export function encodingsFor(type: string): readonly string[] {
  if (type === 'image/png' || type === 'image/gif') return ['image/png', 'image/webp'];
  // JPEG has no transparency; only what may have some needs another way.
  return mayBeTransparent(type) ? ['image/webp'] : ['image/webp', 'image/jpeg'];
}

export function smallest(type: string, encoded: readonly Blob[]): Blob {
  if (type === 'image/png' || type === 'image/gif') {
    const png = encoded.find((blob) => blob.type === 'image/png')!;
    const small = encoded.find((blob) => blob.type !== 'image/png');
    return small && small.size * WorthTheLines < png.size ? small : png;
  }
  const compressed = encoded.filter((blob) => blob.type !== 'image/png');
  return (compressed.length > 0 ? compressed : encoded).reduce((best, blob) => (blob.size < best.size ? blob : best));
}

const mayBeTransparent = (type: string): boolean => type === 'image/webp' || type === 'image/avif';
