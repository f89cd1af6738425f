import { expect, test, vi } from 'vitest';
import { playing } from '../../src/voice/playing.svelte';

const media = () => ({ pause: vi.fn() }) as unknown as HTMLMediaElement;

test('one thing plays at a time', () => {
  const one = media(), other = media();

  playing.begin(one);
  playing.begin(other);

  expect(one.pause).toHaveBeenCalledOnce();
  expect(other.pause).not.toHaveBeenCalled();
});

test('going on with the same thing does not stop it', () => {
  const one = media();

  playing.begin(one);
  playing.begin(one);

  expect(one.pause).not.toHaveBeenCalled();
});

test('speeds come one after the other, and begin again', () => {
  const speeds = Array.from({ length: 4 }, () => {
    const { speed } = playing;
    playing.nextSpeed();
    return speed;
  });

  expect(speeds).toEqual([1, 1.5, 2, 1]);
});
