/** Bars of a waveform: as many as fit a bubble with room between them. */
export const Bars = 60;

/** The least height of a bar, so that silence is seen too. */
const Least = 0.06;

/**
 * How loud a sound is, stretch by stretch.
 * @returns one number from near 0 to 1 for each bar; the loudest is 1, so that a soft voice is seen as well as a loud one.
 */
export function peaksOf(samples: Float32Array, bars = Bars): number[] {
  const loudness = Array.from({ length: bars }, (_, bar) => {
    const start = Math.floor((bar * samples.length) / bars), end = Math.floor(((bar + 1) * samples.length) / bars);
    let sum = 0;
    for (let at = start; at < end; at++) sum += samples[at]! ** 2;
    return Math.sqrt(sum / Math.max(1, end - start));
  });
  const loudest = Math.max(...loudness);
  // Noise alone is not blown up to look like speech.
  return loudness.map((one) => (loudest < 0.001 ? Least : Math.max(Least, one / loudest)));
}
