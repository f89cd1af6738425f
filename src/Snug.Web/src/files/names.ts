// What files are called on their way. A picture's name ends in its shape (cat-1024x768.webp): the server knows no shapes, and a page that
// does can keep a picture's place free before it is loaded, so that nothing jumps.
const Shape = /-(\d{1,5})x(\d{1,5})(?=\.[a-z0-9]{2,5}$)/i;
const Extension = /\.[a-z0-9]{1,8}$/i;

/** Code points of a name without its ending; the server takes 200 with it. */
const Longest = 150;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @returns the name of a picture with its shape and the ending of its type, in place of those it had. */
export function withShape(name: string, { width, height }: Size, type: string): string {
  const stem = [...plainName(name).replace(Extension, '')].slice(0, Longest).join('') || 'picture';
  return `${stem}-${width}x${height}.${endingOf(type)}`;
}

/** The shape that a name claims; null where it claims none. What is shown may be another: names are anybody's. */
export function shapeIn(name: string): Size | null {
  const found = Shape.exec(name);
  const width = Number(found?.[1]), height = Number(found?.[2]);
  return width > 0 && height > 0 ? { width, height } : null;
}

/** A name as people call it, without the shape. */
export const plainName = (name: string): string => name.replace(Shape, '');

/** Something pasted is called "image.png" by every browser: a time tells one from the other. */
export function nameOfPasted(name: string, at: Date): string {
  return /^image\.\w+$/i.test(name) ? name.replace(/^image/i, `picture-${stamp(at)}`) : name;
}

export const voiceName = (at: Date, type: string): string => `voice-${stamp(at)}.${endingOf(type)}`;

export const isVoiceName = (name: string): boolean => /^voice-\d{4}-\d\d-\d\d/.test(name);

/** @returns the name, cut to what the server takes, its ending kept. */
export function cutName(name: string): string {
  const ending = Extension.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  return stem.length <= Longest ? name : stem.slice(0, Longest).join('') + ending;
}

// By the clock of who sends it, in an order that sorts.
function stamp(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate()), two(at.getHours()), two(at.getMinutes()), two(at.getSeconds())].join('-');
}

function endingOf(type: string): string {
  const subtype = type.split(';')[0]!.split('/')[1] ?? '';
  if (subtype === 'jpeg') return 'jpg';
  if (type.startsWith('audio/mp4')) return 'm4a';
  return subtype || 'bin';
}
