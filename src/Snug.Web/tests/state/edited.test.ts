import { expect, test } from 'vitest';
import { withoutText, withText } from '../../src/state/edited';
import { changeMessage, changeRoom, type ChatState } from '../../src/state/chat';
import { chatWith, message } from '../made';

const before = message(7, { text: 'old' });
const chat = chatWith({ messages: [before] });
const shown = (state: ChatState) => state.rooms.get(1)!.messages[0]!;

test('an edit is shown at once', () => {
  expect(shown(withText(chat, before, 'new', 'now'))).toMatchObject({ text: 'new', editedAt: 'now' });
});

test('a refused edit is taken back, and what came meanwhile stays', () => {
  const reactions = [{ emoji: '🍝', users: ['ethan'] }];
  const edited = changeRoom(withText(chat, before, 'new', 'now'), 1, (known) => changeMessage(known, 7, (was) => ({ ...was, reactions })));

  expect(shown(withoutText(edited, before, 'new'))).toEqual({ ...before, reactions });
});

test('a newer edit from elsewhere is not taken back', () => {
  const newer = withText(withText(chat, before, 'new', 'now'), before, 'newer', 'later');

  expect(shown(withoutText(newer, before, 'new')).text).toBe('newer');
});
