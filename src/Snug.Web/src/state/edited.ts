// One's own edit, shown before the server has agreed to it.
import type { Message } from '../api/types';
import { changeMessage, changeRoom, type ChatState } from './chat';

export const withText = (chat: ChatState, message: Message, text: string, editedAt: string): ChatState =>
  changeRoom(chat, message.room, (room) => changeMessage(room, message.id, (known) => ({ ...known, text, editedAt })));

/** The message as it was before, unless something newer than that edit has come. */
export const withoutText = (chat: ChatState, before: Message, text: string): ChatState =>
  changeRoom(chat, before.room, (room) =>
    changeMessage(room, before.id, (known) => (known.text === text ? { ...before, reactions: known.reactions } : known)));
