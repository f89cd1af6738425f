import { describe, expect, test } from 'vitest';
import { addressOf, hiddenHost } from '../../src/text/links';

describe('where a link may lead', () => {
  test.each(['https://snug.example/a', 'http://snug.example', 'HTTPS://snug.example', 'mailto:cindy@snug.example'])('%s is followed', (href) => {
    expect(addressOf(href)).not.toBeNull();
  });

  test.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', '&#106;avascript:alert(1)', 'data:text/html,<script>alert(1)</script>',
    'vbscript:x', 'file:///etc/passwd', 'blob:https://snug.example/1', 'ftp://snug.example', '//snug.example', '/api/session', '#/rooms/1', '', 'https://',
  ])('%j is not', (href) => {
    expect(addressOf(href)).toBeNull();
  });
});

const Honest: [text: string, href: string][] = [
  ['the docs', 'https://snug.example/docs'],
  ['https://snug.example/index.html', 'https://snug.example/index.html'],
  ['snug.example', 'https://snug.example/'],
  ['www.snug.example', 'https://snug.example/'],
  ['see SNUG.example today', 'https://snug.example/'],
  ['cindy@snug.example', 'mailto:cindy@snug.example'],
  ['müller.example', 'https://müller.example/'],
  ['since 1.2.3', 'https://snug.example/'],
  ['192.168.1.1', 'http://192.168.1.1/'],
  ['the intranet, http://intranet/login', 'http://intranet/login'],
];

const Spoofed: [text: string, href: string, host: string][] = [
  ['https://bank.example', 'https://evil.example', 'evil.example'],
  ['log in at bank.example now', 'https://evil.example', 'evil.example'],
  ['bank.example', 'https://bank.example.evil.example', 'bank.example.evil.example'],
  ['https://bank.example', 'https://bank.example@evil.example', 'evil.example'],
  ['https://bank.example@evil.example', 'https://bank.example@evil.example', 'evil.example'],
  ['bank․example', 'https://evil.example', 'evil.example'],
  ['bank\u200B.example', 'https://evil.example', 'evil.example'],
  ['\u202Eelpmaxe.knab', 'https://evil.example', 'evil.example'],
  ['bank\u3002example', 'https://evil.example', 'evil.example'],
  ['bank\uFF61example', 'https://evil.example', 'evil.example'],
  ['192.168.1.1', 'https://evil.example', 'evil.example'],
  ['https://intranet/login', 'https://evil.example', 'evil.example'],
  ['bаnk.example', 'https://bank.example', 'bank.example'],
  ['cindy@snug.example', 'mailto:eve@evil.example', 'eve@evil.example'],
];

describe('a link whose text names another place', () => {
  test.each(Spoofed)('%j to %s shows %s', (text, href, host) => {
    expect(hiddenHost(text, addressOf(href)!)).toBe(host);
  });

  test.each(Honest)('%j to %s hides nothing', (text, href) => {
    expect(hiddenHost(text, addressOf(href)!)).toBeNull();
  });
});
