import { voiceName } from '../files/names';

/** Seconds of a recording at most: what is longer is a talk, not a message. */
export const Longest = 5 * 60;

/** How often its level is looked at, in milliseconds, and how many levels are shown beside each other. */
const LookEvery = 100, Levels = 40;

/** Enough for a voice, in bits a second: five minutes come to a bit more than a megabyte. */
const Bits = 32_000;

const Types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export type NoRecording = 'insecure' | 'missing' | 'noMicrophone' | 'refused' | 'busy';

/** Records a voice, from `start` until somebody stops it or its time is over. */
export class Recorder {
  /** In seconds. */
  elapsed = $state(0);
  /** From 0 to 1, the newest last. */
  levels = $state.raw<readonly number[]>(new Array<number>(Levels).fill(0));

  private readonly media: MediaRecorder;
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly began = performance.now();
  private readonly clock: ReturnType<typeof setInterval>;

  private constructor(private readonly stream: MediaStream, private readonly outOfTime: () => void) {
    const type = Types.find((wanted) => MediaRecorder.isTypeSupported(wanted));
    this.media = new MediaRecorder(stream, { audioBitsPerSecond: Bits, ...(type ? { mimeType: type } : {}) });
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.media.start();
    this.clock = setInterval(() => this.look(), LookEvery);
  }

  /** Asks for the microphone. @throws {DOMException} when there is none, or it may not be used: `whyNot` tells. */
  static async start(outOfTime: () => void): Promise<Recorder> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    return new Recorder(stream, outOfTime);
  }

  /** @returns what was recorded; null when that is nothing. */
  async stop(): Promise<File | null> {
    const parts: Blob[] = [];
    const isOver = new Promise((resolve) => {
      this.media.ondataavailable = ({ data }) => parts.push(data);
      this.media.onstop = resolve;
    });
    if (this.media.state === 'inactive') return null;
    this.media.stop();
    await isOver;
    this.release();
    const { type } = parts[0] ?? new Blob();
    const blob = new Blob(parts, { type: type || this.media.mimeType });
    return blob.size === 0 ? null : new File([blob], voiceName(new Date(), blob.type), { type: blob.type });
  }

  cancel(): void {
    if (this.media.state !== 'inactive') this.media.stop();
    this.release();
  }

  private look(): void {
    this.elapsed = (performance.now() - this.began) / 1000;
    const samples = new Float32Array(this.analyser.fftSize);
    this.analyser.getFloatTimeDomainData(samples);
    this.levels = [...this.levels.slice(1), levelOf(samples)];
    if (this.elapsed >= Longest) this.outOfTime();
  }

  // The browser shows that the microphone is on for as long as somebody holds it.
  private release(): void {
    clearInterval(this.clock);
    for (const track of this.stream.getTracks()) track.stop();
    void this.context.close();
  }
}

/** How loud it is, from 0 to 1: a voice at a usual distance comes to about a half. */
export function levelOf(samples: Float32Array): number {
  const mean = samples.reduce((sum, one) => sum + one * one, 0) / Math.max(1, samples.length);
  return Math.min(1, Math.sqrt(mean) * 4);
}

/** What keeps this page from recording, before anybody was asked. */
export function whatIsMissing(): NoRecording | null {
  if (!isSecureContext) return 'insecure';
  return 'mediaDevices' in navigator && 'MediaRecorder' in globalThis ? null : 'missing';
}

/** @throws what is no answer of the browser to being asked for a microphone. */
export function whyNot(failure: unknown): NoRecording {
  if (!(failure instanceof DOMException)) throw failure;
  if (failure.name === 'NotAllowedError' || failure.name === 'SecurityError') return 'refused';
  return failure.name === 'NotFoundError' || failure.name === 'OverconstrainedError' ? 'noMicrophone' : 'busy';
}
