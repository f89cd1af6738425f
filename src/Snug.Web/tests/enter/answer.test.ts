import { describe, expect, test } from 'vitest';
import { Refusal, Unreachable } from '../../src/api/http';
import { answerTo, type Asked } from '../../src/enter/answer';

const nameOnly: Asked = { password: 'no', invite: false };
const nothing = { password: '', invite: '' };
const refused = (code: string, status = 409, retryAfter: number | null = null) => new Refusal(status, code, code, retryAfter);

describe('the form', () => {
  test('offers the password for a name that somebody has', () => {
    expect(answerTo(refused('name-taken'), nameOnly, nothing)).toMatchObject({ asked: { password: 'own' }, field: 'password', words: 'taken' });
  });

  test('asks for an invite where one is needed, and says so when it is not a good one', () => {
    expect(answerTo(refused('invite-needed', 403), nameOnly, nothing)).toMatchObject({ asked: { invite: true }, field: 'invite', words: null });
    expect(answerTo(refused('invite-needed', 403), nameOnly, { ...nothing, invite: 'old' })).toMatchObject({ field: 'invite', words: 'badInvite' });
  });

  test('asks for an invite and a new password where accounts are needed', () => {
    expect(answerTo(refused('account-needed', 403), nameOnly, nothing)).toMatchObject({ asked: { password: 'new', invite: true }, field: 'invite' });
  });

  test('asks for a password, once the invite is good', () => {
    expect(answerTo(refused('invalid-password', 400), { password: 'no', invite: true }, { ...nothing, invite: 'good' }))
      .toMatchObject({ asked: { password: 'new', invite: true }, field: 'password', words: 'shortPassword' });
  });

  test('keeps asking for what it asked for', () => {
    const asked = { password: 'own', invite: true } as const;

    expect(answerTo(refused('banned', 403), asked, nothing)).toMatchObject({ asked, field: null });
  });

  test('waits as long as the server says', () => {
    expect(answerTo(refused('too-fast', 429, 7), nameOnly, nothing)).toMatchObject({ field: null, wait: 7 });
  });

  test('says that the server is away', () => {
    expect(answerTo(new Unreachable('gone'), nameOnly, nothing)).toMatchObject({ asked: nameOnly, words: 'away' });
  });

  test('does not explain a fault of the page', () => {
    expect(answerTo(new TypeError('a bug'), nameOnly, nothing)).toBeNull();
  });
});
