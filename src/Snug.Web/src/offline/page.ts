// The page's side of its service worker: it is registered once the page stands, and tells when a newer page is there.
import { toasts } from '../look/toasts.svelte';
import { t } from '../texts/texts.svelte';

/** Milliseconds between looks for a newer page: a page that stays open for days is never loaded anew by itself. */
const LookEvery = 10 * 60_000;
/** Milliseconds within which a newer service worker takes over. */
const Handover = 2_000;

/** What TypeScript does not know yet: the browser lets no plain string become a script. */
interface ScriptAddresses {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

export async function keepOffline(): Promise<void> {
  // A part of the page that is not there any more belongs to the page before.
  addEventListener('vite:preloadError', () => tell(() => location.reload()));
  // Plain HTTP has none.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(scriptAddress('/service-worker.js'));
    watch(registration);
  } catch {
    // A browser set to keep nothing: the page works as long as there is a network.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data === 'newer') tell(() => takeOver(registration));
  });
  navigator.serviceWorker.startMessages();
  const introduce = (worker: ServiceWorker | null) => navigator.serviceWorker.controller && worker?.postMessage({ kind: 'shown', script: ownScript() });
  introduce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => coming.state === 'installed' && introduce(coming));
  });

  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LookEvery) return;
    looked = Date.now();
    registration.update().catch(() => undefined);
  });
}

function takeOver(registration: ServiceWorkerRegistration): void {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  setTimeout(reload, Handover);
  registration.waiting?.postMessage({ kind: 'take-over' });
}

let isTold = false;

function tell(reload: () => void): void {
  if (isTold) return;
  isTold = true;
  toasts.show(t.offline.newVersion, { label: t.offline.reload, run: reload }, Infinity);
}

const ownScript = () => document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';

function scriptAddress(url: string): string {
  const policies = (globalThis as { trustedTypes?: ScriptAddresses }).trustedTypes;
  return policies?.createPolicy('app', { createScriptURL: (given) => given }).createScriptURL(url) ?? url;
}
