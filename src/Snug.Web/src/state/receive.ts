// What an event does to the chat. Every event may come twice (after a cut-off answer, or to a page that has just read the
// same from the history): the second time changes nothing.
import type { ChatEvent, Message, User } from '../api/types';
import { changeMessage, changeRoom, type ChatState, type RoomState } from './chat';
import { withoutOld } from './history';
import { callsFor } from './mentions';
import { withDetails, withMe } from './rooms';

const KeptUnopened = 100;
/** So long a room becomes by what comes, in messages: more than one that somebody looks at, which is full before (`isFull`), and one answer of the server's. */
const Kept = 2_000;

export const receiveAll = (chat: ChatState, events: readonly ChatEvent[]): ChatState => events.reduce(receive, chat);

export function receive(chat: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'message':
      return withRoom(chat, event.room, (room) => withMessage(room, event.message, chat.me));
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
  if (!isCountable(room, upTo)) return { ...read(room.info.unread, room.info.mentions), roomsAreStale: true };
  const { unread, mentions } = counted(room, upTo, chat.me);
  return read(unread, mentions);
}

const isCountable = ({ messages, older, newer }: RoomState, upTo: number): boolean =>
  newer === 'none' && (older === 'none' || (messages[0]?.id ?? Infinity) <= upTo);

function counted({ messages }: RoomState, upTo: number, me: User): { unread: number; mentions: number } {
  const unread = messages.filter((message) => message.id > upTo && message.from.id !== me.id);
  return { unread: unread.length, mentions: unread.filter((message) => callsFor(message.text, me.name)).length };
}

function withRoom(chat: ChatState, id: number, change: (room: RoomState) => RoomState): ChatState {
  return chat.rooms.has(id) ? changeRoom(chat, id, change) : { ...chat, roomsAreStale: true };
}

function withMessage(room: RoomState, message: Message, me: User): RoomState {
  const { info } = room;
  const continues = room.newer === 'none' && (room.messages.at(-1)?.id ?? 0) < message.id;
  const continued = continues ? appended(room, message) : room;
  // The list of rooms may be newer than the event: then it has counted this message already.
  if (message.id <= info.lastId) return continued;

  const isUnread = message.from.id !== me.id && message.id > info.readUpTo;
  const told = {
    ...info,
    lastId: message.id,
    unread: info.unread + (isUnread ? 1 : 0),
    mentions: info.mentions + (isUnread && callsFor(message.text, me.name) ? 1 : 0),
  };
  return { ...continued, info: told };
}

// Of a room that nobody has opened yet, the newest are enough.
function appended(room: RoomState, message: Message): RoomState {
  const known = room.messages.length < Kept ? room : withoutOld(room);
  const kept = known.older === 'unknown' && known.messages.length >= KeptUnopened ? known.messages.slice(1) : known.messages;
  return { ...known, messages: [...kept, message] };
}

function withoutMessage(chat: ChatState, id: number, message: number): ChatState {
  const room = chat.rooms.get(id);
  if (!room) return chat;
  const less = room.messages.some((other) => other.id === message)
    ? { ...room, messages: room.messages.filter((other) => other.id !== message) }
    : room;
  const { readUpTo: upTo, unread } = room.info;
  const mayCount = unread > 0 && message > upTo;
  if (!mayCount) return changeRoom(chat, id, () => less);
  // Whether it was unread, or called somebody, went with it.
  if (!hasAllUnread(room, chat.me)) return { ...changeRoom(chat, id, () => less), roomsAreStale: true };
  return changeRoom(chat, id, () => ({ ...less, info: { ...less.info, ...counted(less, upTo, chat.me) } }));
}

// Then what is unread is counted: to take one away would be wrong where the list of rooms is newer than the event.
function hasAllUnread(room: RoomState, me: User): boolean {
  const { lastId, readUpTo: upTo, unread } = room.info;
  const isHeard = room.newer === 'none' && (room.messages.at(-1)?.id ?? 0) >= lastId;
  return isHeard && (isCountable(room, upTo) || counted(room, upTo, me).unread === unread);
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
