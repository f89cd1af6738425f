const Alone = /^\s*(?:\p{RGI_Emoji}\s*){1,3}$/v;

/** Whether a message is one to three emoji and nothing else; it is then drawn large. */
export const isEmojiAlone = (text: string): boolean => text.length < 100 && Alone.test(text);
