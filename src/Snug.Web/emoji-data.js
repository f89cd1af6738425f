// What the page knows of emoji: of emojibase's data only what the picker shows and finds them by, as `virtual:emoji/en`
// and `virtual:emoji/de`: a sixth of the whole.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(`node_modules/emojibase-data/${path}`, import.meta.url), 'utf8'));

export const emojiData = () => ({
  name: 'emoji-data',
  resolveId: (id) => (/^virtual:emoji\/(en|de)$/.test(id) ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0virtual:emoji/') ? `export default JSON.parse(${JSON.stringify(JSON.stringify(trimmed(id.slice(-2))))})` : null),
});

// Each as [emoji, name, what else it is found by, the codes that people write between colons, group].
function trimmed(language) {
  const codes = read('en/shortcodes/github.json');
  return read(`${language}/compact.json`)
    .filter(({ group }) => group !== undefined && group !== Components)
    .sort((one, other) => one.order - other.order)
    .map(({ unicode, label, tags, hexcode, group }) =>
      [plain(unicode), label, (tags ?? []).join(' '), [codes[hexcode] ?? []].flat().join(' '), group]);
}

/** The group of skin tones and hair, which are no emoji by themselves. */
const Components = 2;

// What looks like an emoji of its own accord needs no sign to ask for it: with one, the same reaction would stand there twice.
const plain = (emoji) => emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, '$1');
