// One function for each request of docs/http-api.md.
import { asAnswer, ask } from './http';
import type { Cursor, EventsPage, Message, Room, Session, User } from './types';

export interface Entry {
  readonly name: string;
  readonly password?: string;
  readonly invite?: string;
}

export interface History {
  readonly messages: Message[];
  readonly more: boolean;
}

export interface Found extends History {
  readonly next?: number | null;
}

export const enter = (entry: Entry) => required(ask<Session>('/api/session', { method: 'POST', body: entry }), 'user');
export const whoAmI = () => required(ask<Session>('/api/session'), 'user');
export const leave = () => ask('/api/session', { method: 'DELETE' });
export const keepName = (password: string) => required(ask<User>('/api/account', { method: 'PUT', body: { password } }), 'id');
export const makeInvite = (hours: number) => required(ask<{ code: string }>('/api/invites', { method: 'POST', body: { hours } }), 'code');

/** @returns undefined when nothing has come. */
export async function events(since: Cursor | null, wait: number, signal: AbortSignal): Promise<EventsPage | undefined> {
  const query = since === null ? `wait=${wait}` : `since=${encodeURIComponent(since)}&wait=${wait}`;
  // A server answers a little later than was asked (its waits are spread), a poor network later still.
  const page = await ask<EventsPage>(`/api/events?${query}`, { signal, patience: (wait * 1.2 + 20) * 1000 });
  return page === undefined ? undefined : asAnswer(page, 'events');
}

export const users = async () => (await required(ask<{ users: User[] }>('/api/users'), 'users')).users;
export const rooms = async () => (await required(ask<{ rooms: Room[] }>('/api/rooms'), 'rooms')).rooms;
export const openRoom = (room: { name: string; topic?: string; private?: boolean }) =>
  required(ask<Room>('/api/rooms', { method: 'POST', body: room }), 'id');
export const openDirect = (names: readonly string[]) => required(ask<Room>('/api/direct', { method: 'POST', body: { with: names } }), 'id');
export const changeRoom = (id: number, change: { name?: string; topic?: string; archived?: boolean }) =>
  ask(`/api/rooms/${id}`, { method: 'PATCH', body: change });
export const joinRoom = (id: number) => ask(`/api/rooms/${id}/join`, { method: 'POST' });
export const leaveRoom = (id: number) => ask(`/api/rooms/${id}/leave`, { method: 'POST' });
export const inviteTo = (id: number, name: string) => ask(`/api/rooms/${id}/invite`, { method: 'POST', body: { name } });
export const members = async (id: number) => (await required(ask<{ users: User[] }>(`/api/rooms/${id}/users`), 'users')).users;
export const removeFrom = (id: number, user: number) => ask(`/api/rooms/${id}/users/${user}`, { method: 'DELETE' });
export const ban = (name: string) => ask('/api/bans', { method: 'POST', body: { name } });
export const markRead = (id: number, upTo: number) => ask(`/api/rooms/${id}/read`, { method: 'PUT', body: { upTo } });

export interface Place {
  readonly before?: number;
  readonly after?: number;
  readonly limit?: number;
}

export function history(room: number, place: Place = {}): Promise<History> {
  const query = new URLSearchParams(Object.entries(place).map(([name, value]) => [name, String(value)]));
  return required(ask<History>(`/api/rooms/${room}/messages?${query}`), 'messages');
}

export interface Draft {
  readonly text: string;
  readonly nonce: string;
  readonly replyTo?: number;
  readonly attachments?: readonly string[];
}

export const post = (room: number, draft: Draft) =>
  required(ask<Message>(`/api/rooms/${room}/messages`, { method: 'POST', body: draft }), 'id');
export const edit = (id: number, text: string) => required(ask<Message>(`/api/messages/${id}`, { method: 'PATCH', body: { text } }), 'id');
export const remove = (id: number, outlivesPage = false) => ask(`/api/messages/${id}`, { method: 'DELETE', outlivesPage });
export const react = (id: number, emoji: string, given: boolean) =>
  ask(`/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`, { method: given ? 'PUT' : 'DELETE' });

export function search(q: string, room?: number, before?: number): Promise<Found> {
  const query = new URLSearchParams({ q });
  if (room !== undefined) query.set('room', String(room));
  if (before !== undefined) query.set('before', String(before));
  return required(ask<Found>(`/api/search?${query}`), 'messages');
}

async function required<T extends object>(answer: Promise<T | undefined>, part: keyof T): Promise<T> {
  return asAnswer(await answer, part);
}
