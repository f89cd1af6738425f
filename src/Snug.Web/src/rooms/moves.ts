// What one does about rooms, with its effect on what is shown.
import * as calls from '../api/calls';
import type { Room } from '../api/types';
import { address } from '../frame/route.svelte';
import type { Visit } from '../live/visit.svelte';
import { Lobby } from '../state/chat';
import { withEntry, withoutRoom } from '../state/rooms';

/** Opens a room and goes there. */
export async function open(visit: Visit, wanted: { name: string; topic?: string; private?: boolean }): Promise<void> {
  show(visit, await calls.openRoom(wanted));
}

/** Goes to the one room of exactly these people and oneself. */
export async function talkWith(visit: Visit, names: readonly string[]): Promise<void> {
  show(visit, await calls.openDirect(names));
}

export async function join(visit: Visit, id: number): Promise<void> {
  await calls.joinRoom(id);
  await visit.readRooms();
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
