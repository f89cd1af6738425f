import { beforeEach, expect, test, vi } from 'vitest';
import { history } from '../../src/api/calls';
import type { ChatEvent, Message } from '../../src/api/types';
import { emptyRoom } from '../../src/state/chat';
import { Originals } from '../../src/talk/originals.svelte';
import { message, room } from '../made';

vi.mock('../../src/api/calls');

let answer: (messages: Message[]) => void;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.mocked(history).mockReset().mockImplementation(() => new Promise((resolve) => (answer = (messages) => resolve({ messages, more: true }))));
});

async function asked(): Promise<Originals> {
  const originals = new Originals(1, () => ({ ...emptyRoom(room()), messages: [message(9)], older: 'more' }));
  originals.want(5);
  await settle();
  return originals;
}

test('what is answered is fetched once', async () => {
  const originals = await asked();

  originals.want(5);
  answer([message(5)]);
  await settle();

  expect(originals.of(5)).toEqual(message(5));
  expect(history).toHaveBeenCalledTimes(1);
});

test('what is deleted while it is fetched is gone', async () => {
  const originals = await asked();

  originals.hear([{ type: 'deleted', id: 10, room: 1, messageId: 5 } as ChatEvent]);
  answer([message(5)]);
  await settle();

  expect(originals.of(5)).toBe('gone');
});

test('what is edited while it is fetched is shown as it is now', async () => {
  const originals = await asked();

  originals.hear([{ type: 'edited', id: 10, room: 1, message: message(5, { text: 'better' }) } as ChatEvent]);
  answer([message(5)]);
  await settle();

  expect(originals.of(5)).toMatchObject({ text: 'better' });
});

test('what happens in other rooms is no concern of this one', async () => {
  const originals = await asked();

  originals.hear([{ type: 'deleted', id: 10, room: 2, messageId: 5 } as ChatEvent]);
  answer([message(5)]);
  await settle();

  expect(originals.of(5)).toEqual(message(5));
});
