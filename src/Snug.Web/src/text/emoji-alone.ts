import { graphemes } from './graphemes';

// One symbol that is drawn as an emoji. To know every sequence there is (\p{RGI_Emoji}) takes a phone a while, at the first message.
const Emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\u20E3|^\p{Regional_Indicator}{2}$/u;
const Letter = /\p{L}/u;
/** The longest in use, families and flags with skin tones, have some thirty units; three of them, and spaces. */
const Longest = 100;

/** Whether a message is one to three emoji and nothing else; it is then drawn large. */
export function isEmojiAlone(text: string): boolean {
  if (text.length > Longest || Letter.test(text)) return false;
  const symbols = graphemes(text).filter((symbol) => symbol.trim() !== '');
  return symbols.length > 0 && symbols.length <= 3 && symbols.every((symbol) => Emoji.test(symbol));
}
