/** Where an arrow key leads from a place in a grid read line by line; null where the key is none that leads anywhere. */
export function stepped(key: string, from: number, count: number, columns: number, isBackward: boolean): number | null {
  const forward = isBackward ? -1 : 1;
  const steps: Partial<Record<string, number>> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns, Home: -from, End: count - 1 - from };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, from + step));
}
