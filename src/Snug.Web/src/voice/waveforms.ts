// The waveforms of sounds, read from the files themselves when somebody sees them.
import { peaksOf } from './peaks';

export interface Waveform {
  readonly peaks: readonly number[];
  /** In seconds: a recording's own header does not tell. */
  readonly length: number;
}

/** Larger files, in bytes, are played without a waveform: decoded they would take a hundred times this. */
export const LargestDrawn = 3 * 1024 * 1024;

/** Waveforms are small, but a room has years of them. */
const MostKept = 200;

/** Decoding needs no more than what 60 bars show; few samples also keep the memory small. */
const SamplesPerSecond = 8000;

const kept = new Map<string, Waveform>();
let last: Promise<unknown> = Promise.resolve();

/** @returns null where the browser cannot decode it. */
export async function waveformOf(key: string, load: () => Promise<ArrayBuffer>): Promise<Waveform | null> {
  const known = kept.get(key);
  if (known) return known;
  // One after the other: a whole sound is in memory while it is decoded.
  const reading = last.then(() => kept.get(key) ?? read(load));
  last = reading;
  const waveform = await reading;
  if (waveform) keep(key, waveform);
  return waveform;
}

async function read(load: () => Promise<ArrayBuffer>): Promise<Waveform | null> {
  try {
    const context = new OfflineAudioContext(1, 1, SamplesPerSecond);
    const sound = await context.decodeAudioData(await load());
    return { peaks: peaksOf(sound.getChannelData(0)), length: sound.duration };
  } catch {
    // No network, or a codec that the browser plays but does not decode: the player does without.
    return null;
  }
}

function keep(key: string, waveform: Waveform): void {
  kept.set(key, waveform);
  if (kept.size > MostKept) kept.delete(kept.keys().next().value!);
}

/** @throws when the file cannot be had. */
export async function bytesOf(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`);
  return response.arrayBuffer();
}
