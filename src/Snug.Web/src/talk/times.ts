import { locale } from '../texts/texts.svelte';

// Making one costs more than using it a hundred times.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, known);
  return known;
}

/** The time of day. */
export const clock = (date: Date): string => format('clock', { timeStyle: 'short' }).format(date);

/** The day and the time, for a title. */
export const fullTime = (date: Date): string => format('full', { dateStyle: 'full', timeStyle: 'medium' }).format(date);

/** A day of this year, or of another. */
export const dayName = (date: Date): string =>
  date.getFullYear() === new Date().getFullYear()
    ? format('day', { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
    : format('year', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date);

/** Several names as one says them: "cindy, ethan and zoe". */
export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
