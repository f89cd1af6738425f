// What an event does to the chat. Every event may come twice (after a cut-off answer, or to a page that has just read the
// same from the history): the second time changes nothing.
import type { ChatEvent, Message } from '../api/types';
import { changeMessage, changeRoom, type ChatState, type RoomState } from './chat';
import { callsFor, isSame } from './mentions';
import { withDetails, withMe } from './rooms';

const KeptUnopened = 100;

export const receiveAll = (chat: ChatState, events: readonly ChatEvent[]): ChatState => events.reduce(receive, chat);

export function receive(chat: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'message':
      return withRoom(chat, event.room, (room) => withMessage(room, event.message, chat.me.name));
    case 'edited':
      return changeRoom(chat, event.room, (room) => changeMessage(room, event.message.id, () => event.message));
    case 'deleted':
      return withoutMessage(chat, event.room, event.messageId);
    case 'reaction':
      return changeRoom(chat, event.room, (room) =>
        changeMessage(room, event.messageId, (message) => withReaction(message, event.emoji, event.user.name, event.added)));
    case 'joined':
      return event.user.id === chat.me.id ? withMe(chat, event.room, true) : chat;
    case 'left':
      return event.user.id === chat.me.id ? withMe(chat, event.room, false) : chat;
    case 'room':
      return withDetails(chat, event.details, event.user.id === chat.me.id);
    case 'read':
      return readUpTo(chat, event.room, event.upTo);
    default:
      // A newer server tells of more than this page knows.
      return chat;
  }
}

/** What is known of a room's reading: what stands after `upTo` and is not one's own is unread. */
export function readUpTo(chat: ChatState, id: number, upTo: number): ChatState {
  const room = chat.rooms.get(id);
  if (!room || upTo <= room.info.readUpTo) return chat;

  const read = (unread: number, mentions: number) =>
    changeRoom(chat, id, (known) => ({ ...known, info: { ...known.info, readUpTo: upTo, unread, mentions } }));
  if (upTo >= room.info.lastId) return read(0, 0);
  const isCountable = room.newer === 'none' && (room.older === 'none' || (room.messages[0]?.id ?? Infinity) <= upTo);
  if (!isCountable) return { ...read(room.info.unread, room.info.mentions), roomsAreStale: true };

  const unread = room.messages.filter((message) => message.id > upTo && message.from.id !== chat.me.id);
  return read(unread.length, unread.filter((message) => callsFor(message.text, chat.me.name)).length);
}

function withRoom(chat: ChatState, id: number, change: (room: RoomState) => RoomState): ChatState {
  return chat.rooms.has(id) ? changeRoom(chat, id, change) : { ...chat, roomsAreStale: true };
}

function withMessage(room: RoomState, message: Message, me: string): RoomState {
  const { info } = room;
  const continues = room.newer === 'none' && (room.messages.at(-1)?.id ?? 0) < message.id;
  const messages = continues ? appended(room, message) : room.messages;
  // The list of rooms may be newer than the event: then it has counted this message already.
  if (message.id <= info.lastId) return continues ? { ...room, messages } : room;

  const isUnread = !isSame(message.from.name, me) && message.id > info.readUpTo;
  const counted = {
    ...info,
    lastId: message.id,
    unread: info.unread + (isUnread ? 1 : 0),
    mentions: info.mentions + (isUnread && callsFor(message.text, me) ? 1 : 0),
  };
  return { ...room, info: counted, messages };
}

// Of a room that nobody has opened yet, the newest are enough.
function appended(room: RoomState, message: Message): readonly Message[] {
  const kept = room.older === 'unknown' && room.messages.length >= KeptUnopened ? room.messages.slice(1) : room.messages;
  return [...kept, message];
}

function withoutMessage(chat: ChatState, id: number, message: number): ChatState {
  const room = chat.rooms.get(id);
  if (!room) return chat;
  // Whether it was unread, or called somebody, went with it.
  const mayCount = room.info.unread > 0 && message > room.info.readUpTo;
  const less = changeRoom(chat, id, (known) =>
    known.messages.some((other) => other.id === message)
      ? { ...known, messages: known.messages.filter((other) => other.id !== message) }
      : known);
  return mayCount ? { ...less, roomsAreStale: true } : less;
}

/** A reaction given or taken back, as the server and one's own click tell it alike. */
export function withReaction(message: Message, emoji: string, user: string, added: boolean): Message {
  const known = message.reactions.find((reaction) => reaction.emoji === emoji);
  if ((known?.users.includes(user) ?? false) === added) return message;
  if (!known) return { ...message, reactions: [...message.reactions, { emoji, users: [user] }] };

  const users = added ? [...known.users, user] : known.users.filter((other) => other !== user);
  const reactions = message.reactions
    .map((reaction) => (reaction === known ? { emoji, users } : reaction))
    .filter((reaction) => reaction.users.length > 0);
  return { ...message, reactions };
}
