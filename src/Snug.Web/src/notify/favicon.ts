import dotted from './icon-dot.svg';

let plain: string | null = null;

/** The picture beside the page's title, with a dot while something is unread. */
export function showIcon(hasDot: boolean): void {
  const known = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!known && !hasDot) return;
  const link = known ?? document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'icon', type: 'image/svg+xml' }));
  plain ??= link.getAttribute('href') ?? '';
  const wanted = hasDot ? dotted : plain;
  if (wanted === '') link.remove();
  else if (link.getAttribute('href') !== wanted) link.setAttribute('href', wanted);
}

/** The number on the installed app's picture, where there is one. */
export function showBadge(count: number): void {
  const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  // Not installed, or not allowed: then there is no badge.
  shown?.catch(() => undefined);
}
