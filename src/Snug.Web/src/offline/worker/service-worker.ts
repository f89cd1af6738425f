// Keeps the page itself, so that it opens without a network. What was read and what is to be sent, the page keeps (src/live, src/outbox).
import { wayOf } from './way';

declare const self: ServiceWorkerGlobalScope & {
  /** What the build made (vite.config.ts): the addresses to keep, and a mark of exactly these files. */
  readonly Built: { readonly version: string; readonly files: readonly string[] };
};

const { version, files } = self.Built;
const Prefix = 'snug-page-';
const Mine = Prefix + version;
/** A network that takes longer than this, in milliseconds, is not waited for: the page as it was kept is shown. */
const Patience = 3_000;

self.addEventListener('install', (event) => event.waitUntil(keepPage()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin, files);
  if (way === 'shell') event.respondWith(answerShell(event.request));
  else if (way === 'kept') event.respondWith(answerKept(event.request));
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const said = event.data as { kind: 'shown'; script: string } | { kind: 'take-over' };
  if (said.kind === 'take-over') void self.skipWaiting();
  // The page came newer over the network than its service worker: nobody need be asked.
  else if (files.includes(new URL(said.script).pathname)) void self.skipWaiting();
  else event.source?.postMessage('newer');
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { route } = event.notification.data as { route: string };
  event.waitUntil(show(route));
});

/** Leads to a room, in the window that is there; the page goes there by itself (src/notify). */
async function show(route: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open) return void (await self.clients.openWindow(`/${route}`));
  open.postMessage({ route });
  await open.focus();
}

async function keepPage(): Promise<void> {
  const cache = await caches.open(Mine);
  await cache.addAll(['/', ...files].map((path) => new Request(path, { cache: path === '/' ? 'no-cache' : 'default' })));
}

async function takeOver(): Promise<void> {
  await self.clients.claim();
  // Windows with the page before may still load parts of it: it goes with the next version.
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.length > 1) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(Prefix) && name !== Mine).map((name) => caches.delete(name)));
}

async function answerShell(request: Request): Promise<Response> {
  const kept = await caches.match('/', { cacheName: Mine, ignoreVary: true });
  if (!kept) return fetch(request);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(Patience) });
    return response.status < 500 ? response : kept;
  } catch {
    return kept;
  }
}

const keep = async (request: Request, response: Response): Promise<void> => (await caches.open(Mine)).put(request, response);

async function answerKept(request: Request): Promise<Response> {
  // What this version kept stands before what one before did.
  const kept = (await caches.match(request, { cacheName: Mine, ignoreVary: true })) ?? (await caches.match(request, { ignoreVary: true }));
  if (kept) return kept;
  const response = await fetch(request);
  // A browser without room for it shows it all the same.
  if (response.ok) await keep(request, response.clone()).catch(() => undefined);
  return response;
}
