// What the server makes of a text (MessageText.cs), so that the composer counts as it does.

/** The text as it is said: without what the server would drop, nor blank lines around it. */
export const asSaid = (typed: string): string =>
  typed.toWellFormed().replace(/\r\n|[\r\f\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '').replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

/** In code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Whether nobody would see anything of it. */
export const showsNothing = (text: string): boolean => /^[\s\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0\u2800]*$/u.test(text);
