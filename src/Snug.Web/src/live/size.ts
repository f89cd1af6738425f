const Units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** "1.2 MB", as the reader's language writes it. */
export function sizeOf(bytes: number, locale: string): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), Units.length - 1);
  const value = bytes / 1000 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: Units[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: digits }).format(value);
}
