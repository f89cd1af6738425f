/** Between two sounds, in milliseconds: a busy room is no alarm. */
const Rest = 3_000;

let audio: AudioContext | null = null;
let last = -Infinity;

/** Two short soft notes. Silent where the browser does not let the page sound before somebody has clicked on it. */
export function beep(): void {
  if (performance.now() - last < Rest) return;
  last = performance.now();
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
  sound(audio, 659, audio.currentTime);
  sound(audio, 880, audio.currentTime + 0.11);
}

function sound(context: AudioContext, hertz: number, at: number): void {
  const [tone, volume] = [context.createOscillator(), context.createGain()];
  tone.type = 'sine';
  tone.frequency.value = hertz;
  // A tone that begins or ends at once clicks.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.14, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.22);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.24);
}
