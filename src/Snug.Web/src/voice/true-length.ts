/**
 * How long a sound is, in seconds. A recording made while it was streamed says Infinity in Chromium until its end was seen once:
 * looking there and coming back finds out.
 */
export function trueLength(media: HTMLMediaElement): Promise<number> {
  if (Number.isFinite(media.duration)) return Promise.resolve(media.duration);
  return new Promise((resolve) => {
    const look = () => {
      if (!Number.isFinite(media.duration)) return;
      media.removeEventListener('durationchange', look);
      media.currentTime = 0;
      resolve(media.duration);
    };
    media.addEventListener('durationchange', look);
    media.currentTime = Number.MAX_SAFE_INTEGER;
  });
}
