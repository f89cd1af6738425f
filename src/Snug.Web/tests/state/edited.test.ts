import { expect, test } from 'vitest';
import type { Message } from '../../src/api/types';
import { withoutText, withText } from '../../src/state/edited';
import { changeMessage, changeRoom, emptyChat, emptyRoom, type ChatState } from '../../src/state/chat';

const message: Message = { id: 7, room: 2, from: { id: 1, name: 'cindy' }, at: '2026-01-01T00:00:00Z', text: 'old', attachments: [], reactions: [] };
const room = { ...emptyRoom({ id: 2 } as never), messages: [message] };
const chat: ChatState = { ...emptyChat({ id: 1, name: 'cindy', role: 'guest' }), rooms: new Map([[2, room]]) };
const shown = (state: ChatState) => state.rooms.get(2)!.messages[0]!;

test('an edit is shown at once', () => {
  expect(shown(withText(chat, message, 'new', 'now'))).toMatchObject({ text: 'new', editedAt: 'now' });
});

test('a refused edit is taken back, and what came meanwhile stays', () => {
  const reactions = [{ emoji: '🍝', users: ['ethan'] }];
  const edited = changeRoom(withText(chat, message, 'new', 'now'), 2, (known) => changeMessage(known, 7, (was) => ({ ...was, reactions })));

  expect(shown(withoutText(edited, message, 'new'))).toEqual({ ...message, reactions });
});

test('a newer edit from elsewhere is not taken back', () => {
  const newer = withText(withText(chat, message, 'new', 'now'), message, 'newer', 'later');

  expect(shown(withoutText(newer, message, 'new')).text).toBe('newer');
});
