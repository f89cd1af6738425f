import { react } from '../api/calls';
import type { Message } from '../api/types';
import { rememberEmoji } from '../emoji/recent';
import type { Visit } from '../live/visit.svelte';
import { changeMessage, changeRoom } from '../state/chat';
import { withReaction } from '../state/receive';
import { attempt } from '../texts/failures';

/** Gives a reaction or takes it back: on the screen at once, and the other way again when the server says no. */
export async function toggleReaction(visit: Visit, message: Message, emoji: string): Promise<void> {
  const me = visit.chat.me.name;
  // A menu may have been open for a while: what counts is what stands there now.
  const { reactions } = visit.chat.rooms.get(message.room)?.messages.find(({ id }) => id === message.id) ?? message;
  const isGiven = reactions.some((reaction) => reaction.emoji === emoji && reaction.users.includes(me));
  const put = (given: boolean) => visit.update((chat) =>
    changeRoom(chat, message.room, (room) => changeMessage(room, message.id, (known) => withReaction(known, emoji, me, given))));

  if (!isGiven) rememberEmoji(emoji);
  put(!isGiven);
  if (!(await attempt(() => react(message.id, emoji, !isGiven)))) put(isGiven);
}
