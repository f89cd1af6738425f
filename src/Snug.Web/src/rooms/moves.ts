// What one does about rooms, with its effect on what is shown.
import * as calls from '../api/calls';
import type { Room } from '../api/types';
import { address } from '../frame/route.svelte';
import type { Visit } from '../live/visit.svelte';
import { dialogs } from '../dialogs/dialogs.svelte';
import { Lobby } from '../state/chat';
import { withEntry, withMe, withoutRoom } from '../state/rooms';

/** Opens a room and goes there. */
export async function open(visit: Visit, wanted: { name: string; topic?: string; private?: boolean }): Promise<void> {
  show(visit, await calls.openRoom(wanted));
}

/** Goes to the one room of exactly these people and oneself. */
export async function talkWith(visit: Visit, names: readonly string[]): Promise<void> {
  show(visit, await calls.openDirect(names));
}

/** Says something to one person in the room of the two, and goes there. */
export async function tell(visit: Visit, name: string, text: string): Promise<void> {
  const room = await calls.openDirect([name]);
  await visit.outbox.add({ room: room.id, text });
  show(visit, room);
}

export async function join(visit: Visit, id: number): Promise<void> {
  await calls.joinRoom(id);
  visit.update((chat) => withMe(chat, id, true));
}

/** Leaves a room, and asks before where one cannot come back by oneself: into a private one, only when somebody invites. */
export async function leaveOrAsk(visit: Visit, id: number): Promise<void> {
  if (visit.chat.rooms.get(id)?.info.kind === 'private') dialogs.open({ name: 'leave', room: id });
  else await leave(visit, id);
}

/** Leaves a room; a private one is gone from the list then. */
export async function leave(visit: Visit, id: number): Promise<void> {
  const isPrivate = visit.chat.rooms.get(id)?.info.kind === 'private';
  await calls.leaveRoom(id);
  if (address.current.room === id) address.go({ room: Lobby }, true);
  // Before the event tells it, which then is no surprise.
  if (isPrivate) visit.update((chat) => withoutRoom(chat, id));
}

function show(visit: Visit, room: Room): void {
  // A list that was asked for before knows nothing of the room: it is read once more.
  visit.update((chat) => ({ ...withEntry(chat, room), roomsAreStale: true }));
  address.go({ room: room.id });
}
