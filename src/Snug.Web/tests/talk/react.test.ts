import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../src/api/http';
import type { Visit } from '../../src/live/visit.svelte';
import type { ChatState } from '../../src/state/chat';
import { chatWith, message } from '../made';

const react = vi.fn<(id: number, emoji: string, given: boolean) => Promise<undefined>>();
vi.mock('../../src/api/calls', () => ({ react: (id: number, emoji: string, given: boolean) => react(id, emoji, given) }));
const { toggleReaction } = await import('../../src/talk/react');

let chat: ChatState;
const visit = { get chat() { return chat; }, update: (change: (chat: ChatState) => ChatState) => (chat = change(chat)) } as unknown as Visit;
const reactions = () => chat.rooms.get(1)!.messages[0]!.reactions;

beforeEach(() => {
  chat = chatWith({ messages: [message(1, { reactions: [{ emoji: '🍝', users: ['ethan'] }] })] });
  react.mockReset().mockResolvedValue(undefined);
});

describe('a reaction', () => {
  test('is shown before the server has answered, and taken back by a second click', async () => {
    const given = toggleReaction(visit, message(1), '🍝');
    expect(reactions()).toEqual([{ emoji: '🍝', users: ['ethan', 'cindy'] }]);
    await given;

    await toggleReaction(visit, message(1), '🍝');
    expect(reactions()).toEqual([{ emoji: '🍝', users: ['ethan'] }]);
    expect(react.mock.calls.map(([, , given]) => given)).toEqual([true, false]);
  });

  test('is gone again when the server refuses it', async () => {
    react.mockRejectedValue(new Refusal(400, 'too-many-reactions', 'too many'));
    await toggleReaction(visit, message(1), '🎉');
    expect(reactions()).toEqual([{ emoji: '🍝', users: ['ethan'] }]);
  });
});
