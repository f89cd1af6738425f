import { describe, expect, test } from 'vitest';
import cases from '../../../../tests/markdown-cases.json';
import { addressOf, hiddenHost } from '../../src/text/links';

describe('where a link may lead', () => {
  test.each(cases.followed)('%s is followed', (href) => {
    expect(addressOf(href)).not.toBeNull();
  });

  test.each(cases.notFollowed)('%j is not', (href) => {
    expect(addressOf(href)).toBeNull();
  });
});

describe('a link whose text names another place', () => {
  test.each(cases.spoofed)('$text to $href shows $host', ({ text, href, host }) => {
    expect(hiddenHost(text, addressOf(href)!)).toBe(host);
  });

  test.each(cases.honest)('$text to $href hides nothing', ({ text, href }) => {
    expect(hiddenHost(text, addressOf(href)!)).toBeNull();
  });
});
