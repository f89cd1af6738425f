import { readRefusal, Unreachable } from '../api/http';
import type { Attachment } from '../api/types';
import { traffic } from '../live/traffic.svelte';

/** Without a byte moving for so long, in milliseconds, an upload is given up and tried again. */
const Stalled = 30_000;

/**
 * Sends a file. Of the browser's ways to do that only this one tells how far it has come.
 * @param progress is called with 0 to 1.
 * @throws {Refusal} when the server says no.
 * @throws {Unreachable} when it did not get through, or `signal` ended it.
 */
export function upload(name: string, blob: Blob, progress: (done: number) => void, signal: AbortSignal): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let watch = setTimeout(() => request.abort(), Stalled);
    const moved = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), Stalled);
    };
    const fail = () => reject(new Unreachable('the file did not get through'));
    const cancel = () => request.abort();

    request.upload.onprogress = (event) => {
      moved();
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 400) reject(readRefusal(request.status, request.responseText, request.getResponseHeader('Retry-After')));
      else resolve(JSON.parse(request.responseText) as Attachment);
    };
    request.onerror = request.onabort = fail;
    request.onloadend = () => {
      clearTimeout(watch);
      signal.removeEventListener('abort', cancel);
    };
    signal.addEventListener('abort', cancel);
    if (signal.aborted) return fail();
    request.open('POST', `/api/uploads?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', blob.type || 'application/octet-stream');
    traffic.send(blob.size);
    request.send(blob);
  });
}
