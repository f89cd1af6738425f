import { afterEach, expect, test, vi } from 'vitest';
import { waveformOf } from '../../src/voice/waveforms';

afterEach(() => vi.unstubAllGlobals());

let atOnce = 0, most = 0;

/** A browser that decodes what is not called broken. */
function decoder() {
  vi.stubGlobal('OfflineAudioContext', class {
    async decodeAudioData(bytes: ArrayBuffer) {
      most = Math.max(most, ++atOnce);
      await Promise.resolve();
      atOnce--;
      if (bytes.byteLength === 0) throw new DOMException('', 'EncodingError');
      return { duration: 2, getChannelData: () => new Float32Array(bytes.byteLength).fill(0.5) };
    }
  });
}

const load = () => Promise.resolve(new ArrayBuffer(600));

test('a sound is read once, and its length comes with it', async () => {
  decoder();
  const read = vi.fn(load);

  const [first, second] = await Promise.all([waveformOf('once', read), waveformOf('once', read)]);

  expect(first).toMatchObject({ length: 2 });
  expect(second).toEqual(first);
  expect(read).toHaveBeenCalledOnce();
});

test('sounds are decoded one after the other', async () => {
  decoder();
  most = 0;

  await Promise.all(['x', 'y', 'z'].map((key) => waveformOf(key, load)));

  expect(most).toBe(1);
});

test('what cannot be decoded or had is no waveform, and may be tried again', async () => {
  decoder();

  expect(await waveformOf('broken', () => Promise.resolve(new ArrayBuffer(0)))).toBeNull();
  expect(await waveformOf('broken', () => Promise.reject(new TypeError('no network')))).toBeNull();
  expect(await waveformOf('broken', load)).not.toBeNull();
});

test('of very many the oldest is forgotten', async () => {
  decoder();
  for (let index = 0; index < 201; index++) await waveformOf(`many-${index}`, load);
  const read = vi.fn(load);

  await waveformOf('many-200', read);
  expect(read).not.toHaveBeenCalled();
  await waveformOf('many-0', read);
  expect(read).toHaveBeenCalledOnce();
});
