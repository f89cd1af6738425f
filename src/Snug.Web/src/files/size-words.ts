const Units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it: 1,024 of one are one of the next, as file managers have it. */
export function sizeWords(bytes: number, locale: string): string {
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), Units.length - 1);
  const size = bytes / 1024 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit', unit: Units[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size);
}
