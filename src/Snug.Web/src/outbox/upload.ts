import { asAnswer, parse, readRefusal, Refusal, Unreachable } from '../api/http';
import type { Attachment } from '../api/types';
import { traffic } from '../live/traffic.svelte';

/** Without a byte moving for so long, in milliseconds, an upload is given up and tried again. */
const Stalled = 30_000;

/**
 * Sends a file. Of the browser's ways to do that only this one tells how far it has come.
 * @param progress is called with 0 to 1.
 * @throws {Refusal} when the server says no, or when the file is no longer what was chosen (`unreadable-file`).
 * @throws {Unreachable} when it did not get through, or `signal` ended it.
 */
export async function upload(name: string, blob: Blob, progress: (done: number) => void, signal: AbortSignal): Promise<Attachment> {
  await read(blob);
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Unreachable('the file did not get through'));
    if (signal.aborted) return fail();
    const request = new XMLHttpRequest();
    const giveUp = () => request.abort();
    let watch = setTimeout(giveUp, Stalled);

    request.upload.onprogress = (event) => {
      clearTimeout(watch);
      watch = setTimeout(giveUp, Stalled);
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 400) reject(readRefusal(request.status, request.responseText, request.getResponseHeader('Retry-After')));
      else parseFile(request.responseText).then(resolve, fail);
    };
    request.onerror = request.onabort = fail;
    request.onloadend = () => {
      clearTimeout(watch);
      signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp);
    request.open('POST', `/api/uploads?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', blob.type || 'application/octet-stream');
    traffic.send(blob.size);
    request.send(blob);
  });
}

// A file that was changed or removed since it was chosen fails like a lost network would, for ever: this tells them apart.
async function read(blob: Blob): Promise<void> {
  try {
    await blob.slice(0, 1).arrayBuffer();
  } catch {
    throw new Refusal(400, 'unreadable-file', 'the file was changed or removed');
  }
}

// A wireless network's login page is no answer of the chat.
const parseFile = async (text: string): Promise<Attachment> => asAnswer(parse<Attachment>(text), 'id');
