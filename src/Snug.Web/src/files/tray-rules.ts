// What may go with one message.

/** Files of one message, as the server has it. */
export const MostFiles = 10;

export interface Rules {
  readonly uploadBytes: number;
  /** Files that are there already. */
  readonly taken: number;
}

export interface Sorted<T> {
  readonly taken: readonly T[];
  readonly tooLarge: readonly T[];
  readonly empty: readonly T[];
  /** How many were left out, since a message carries no more. */
  readonly left: number;
}

/** Pictures become smaller before they are sent: what they come to is looked at then. */
export function sortOut<T extends { readonly name: string; readonly size: number; readonly type: string }>(files: readonly T[], rules: Rules): Sorted<T> {
  const empty = files.filter((file) => file.size === 0);
  const tooLarge = files.filter((file) => file.size > rules.uploadBytes && !isPicture(file));
  const fine = files.filter((file) => !empty.includes(file) && !tooLarge.includes(file));
  const taken = fine.slice(0, Math.max(0, MostFiles - rules.taken));
  return { taken, tooLarge, empty, left: fine.length - taken.length };
}

/** Whether a file calls itself a picture. Drawings in SVG are programs, almost: nobody shows them, and they are sent as files. */
export const isPicture = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  (type.startsWith('image/') && type !== 'image/svg+xml') || /\.(jpe?g|png|webp|gif|avif|heic|heif|tiff?|dng)$/i.test(name);

/** Whether what is pasted is taken as files. Office programs give a picture of every text they copy: there the text is meant. */
export const arePastedFiles = (types: readonly string[]): boolean =>
  types.includes('Files') && !(types.includes('text/plain') && types.includes('text/html'));
