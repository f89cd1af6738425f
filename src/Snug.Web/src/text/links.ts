// Where a link leads, and whether its text says something else.

export interface Address {
  /** As the browser will take it: letters of other scripts and the like are spelled out. */
  readonly href: string;
  /** The host, or for mail the address. */
  readonly host: string;
}

const Allowed = ['http:', 'https:', 'mailto:'];

/** What looks like the address of something on the net: names, numbers, and whatever is said to be one. */
const HostLike = /https?:\/\/[^\s/?#]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}|\d{1,3}(?:\.\d{1,3}){3}/giu;
/** Browsers take the full stops of other scripts for dots. */
const Dots = /[\u3002\uFF61]/g;
const MailLike = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;

/** Marks that turn the direction of what follows: `moc.elgoog` then reads `google.com`. */
const Turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const Invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** @returns null for what is not to be followed: scripts, files, addresses of this page itself. */
export function addressOf(href: string): Address | null {
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return null;
  }
  if (!Allowed.includes(url.protocol)) return null;
  return { href: url.href, host: url.protocol === 'mailto:' ? decode(url.pathname) : url.host };
}

/** @returns the host to show beside a link whose text names, or might pass for, another one; null where the text is honest. */
export function hiddenHost(text: string, address: Address): string | null {
  const url = new URL(address.href);
  // https://bank.example@evil.example leads to the latter.
  if (Turning.test(text) || url.username || url.password) return address.host;
  const shown = text.normalize('NFKC').replace(Invisible, '').replace(Dots, '.').trim();
  if (url.protocol === 'mailto:') return namesOnly(shown, MailLike, (name) => name.toLowerCase() === address.host.toLowerCase()) ? null : address.host;
  // Of an address that is shown whole the end may look like a host: https://snug.example/index.html
  if (!/\s/.test(shown) && hostOf(shown) === url.hostname) return null;
  return namesOnly(shown, HostLike, (name) => bare(hostOf(name)) === bare(url.hostname)) ? null : address.host;
}

const namesOnly = (text: string, pattern: RegExp, isTrue: (name: string) => boolean): boolean =>
  [...text.matchAll(pattern)].every(([name]) => isTrue(name));

const bare = (host: string): string => host.replace(/^www\./, '');

function hostOf(name: string): string {
  try {
    return new URL(/^https?:\/\//i.test(name) ? name : `http://${name}`).hostname;
  } catch {
    return name;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
