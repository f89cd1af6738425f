import * as calls from '../api/calls';
import { Refusal } from '../api/http';
import { address } from '../frame/route.svelte';
import { join, leaveOrAsk, tell } from '../rooms/moves';
import { searchFor } from '../search/query.svelte';
import { Lobby } from '../state/chat';
import { keyOf } from '../state/mentions';
import type { OpenRoom } from '../talk/open-room.svelte';
import { namesOf } from '../text/names';
import { explain } from '../texts/failures';
import { t } from '../texts/texts.svelte';
import { splitFirst, type Command } from './commands';
import { writingHelp } from './writing-help.svelte';

/** @returns why it could not be done; nothing when it is done. */
export async function runCommand(open: OpenRoom, name: Command, words: string): Promise<string> {
  try {
    return (await run(open, name, words)) ?? '';
  } catch (failure) {
    if (failure instanceof Refusal && failure.code === 'no-such-user') return t.composer.noSuchPerson(splitFirst(words).first);
    // The outbox takes only so much.
    if (failure instanceof RangeError) return t.composer.tooMuchWaits;
    return explain(failure);
  }
}

async function run(open: OpenRoom, name: Command, words: string): Promise<string | void> {
  switch (name) {
    case 'help': return void (writingHelp.isOpen = true);
    case 'join': return goTo(open, words);
    case 'leave': return leave(open);
    case 'topic': return changeTopic(open, words);
    case 'invite': return void (await calls.inviteTo(open.id, splitFirst(words).first));
    case 'msg': return say(open, words);
    case 'search': return searchFor(words);
  }
}

async function goTo({ visit }: OpenRoom, words: string): Promise<string | void> {
  const name = words.replace(/^#/, '');
  const id = namesOf(visit.chat).rooms.get(keyOf(name));
  if (id === undefined) return t.composer.noSuchRoom(name);
  if (!visit.chat.rooms.get(id)?.info.joined) await join(visit, id);
  address.go({ room: id });
}

async function leave({ id, room, visit }: OpenRoom): Promise<string | void> {
  if (id === Lobby || room?.info.kind === 'direct') return t.composer.cannotLeave;
  await leaveOrAsk(visit, id);
}

async function changeTopic({ id, visit }: OpenRoom, topic: string): Promise<string | void> {
  if (visit.chat.me.role !== 'admin') return t.composer.onlyAdmins;
  await calls.changeRoom(id, { topic });
}

async function say({ visit }: OpenRoom, words: string): Promise<void> {
  const { first, rest } = splitFirst(words);
  await tell(visit, first, rest);
}
