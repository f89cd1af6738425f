const Alone = /^\s*(?:\p{RGI_Emoji}\s*){1,3}$/v;
/** To know every emoji takes a phone a while: nothing that has letters is one. */
const Letter = /[a-z]/i;

/** Whether a message is one to three emoji and nothing else; it is then drawn large. */
export const isEmojiAlone = (text: string): boolean => text.length < 100 && !Letter.test(text) && Alone.test(text);
