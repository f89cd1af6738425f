import type { Room, User } from '../api/types';
import { isSame } from '../state/mentions';
import type { ChatState } from '../state/chat';

/** The other one in a direct room of two, which is called by their name; nobody where there are more. */
export const partnerOf = (chat: ChatState, room: Room): User | undefined =>
  room.kind === 'direct' ? chat.users.find((user) => isSame(user.name, room.name)) : undefined;
