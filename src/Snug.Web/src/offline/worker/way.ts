/**
 * How the service worker answers a request. `shell`: the page itself, newest first, else as it was kept. `kept`: a file of this page, or one
 * whose name says what is in it. `network`: as if there were no service worker; above all whatever is said in the chat, which is kept
 * nowhere but where the page itself keeps it.
 */
export type Way = 'shell' | 'kept' | 'network';

export function wayOf(request: { readonly method: string; readonly mode: string; readonly url: string }, origin: string, files: readonly string[]): Way {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'network';
  if (request.mode === 'navigate') return url.pathname === '/' ? 'shell' : 'network';
  return url.pathname.startsWith('/assets/') || files.includes(url.pathname) ? 'kept' : 'network';
}
