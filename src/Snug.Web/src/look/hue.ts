const Hues = 12;

/** A person's colour, the same on every screen: a number from 0 to 11, for `data-hue` (tokens.css). */
export function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name.normalize('NFC').toLowerCase()) sum = (sum * 37 + letter.codePointAt(0)!) % 9973;
  return sum % Hues;
}
