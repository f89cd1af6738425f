import { expect, test } from 'vitest';
import { clock } from '../../src/voice/clock';
import { Bars, peaksOf } from '../../src/voice/peaks';
import { levelOf, whatIsMissing, whyNot } from '../../src/voice/recorder.svelte';

test('time is told as players tell it', () => {
  expect([0, 7.9, 299, 3723, NaN, Infinity, -1].map(clock)).toEqual(['0:00', '0:07', '4:59', '1:02:03', '0:00', '0:00', '0:00']);
});

test('a waveform is loud where the sound is', () => {
  const samples = Float32Array.from({ length: 6000 }, (_, index) => (index >= 3000 ? Math.sin(index) * 0.2 : 0));

  const peaks = peaksOf(samples);

  expect(peaks.length).toBe(Bars);
  expect(Math.max(...peaks.slice(0, 30))).toBeLessThan(0.1);
  expect(Math.min(...peaks.slice(30))).toBeGreaterThan(0.9);
});

test('silence is flat, and so is a sound shorter than its bars', () => {
  expect(new Set(peaksOf(new Float32Array(1000))).size).toBe(1);
  expect(peaksOf(new Float32Array(3)).every(Number.isFinite)).toBe(true);
});

test('a level goes from silence to full', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0);
  expect(levelOf(new Float32Array(1024).fill(1))).toBe(1);
});

test('each way not to get a microphone has its word', () => {
  const reasons = ['NotAllowedError', 'NotFoundError', 'NotReadableError'].map((name) => whyNot(new DOMException('', name)));

  expect(reasons).toEqual(['refused', 'noMicrophone', 'busy']);
  expect(() => whyNot(new TypeError('a bug'))).toThrow('a bug');
});

test('over plain HTTP the missing security is told, not a missing microphone', () => {
  Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });

  expect(whatIsMissing()).toBe('insecure');
});
