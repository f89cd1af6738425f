import { Refusal, Unreachable } from '../api/http';

export type Field = 'name' | 'password' | 'invite';

/** What the form asks for besides a name. */
export interface Asked {
  readonly password: 'no' | 'own' | 'new';
  readonly invite: boolean;
}

/** What the server's no means for the form. */
export interface Answer {
  readonly asked: Asked;
  /** Which field it concerns; null where none is at fault. */
  readonly field: Field | null;
  /** The words of it: a key of `t.enter`, or null where `explain` has them. */
  readonly words: 'taken' | 'badInvite' | 'shortPassword' | 'away' | null;
  /** Seconds before which asking again is in vain. */
  readonly wait: number;
}

export interface Given {
  readonly password: string;
  readonly invite: string;
}

/** @returns null for what is neither a refusal nor a lost server: a fault of the page. */
export function answerTo(failure: unknown, asked: Asked, given: Given): Answer | null {
  if (failure instanceof Unreachable) return { asked, field: null, words: 'away', wait: 0 };
  if (!(failure instanceof Refusal)) return null;
  const wait = failure.isPassing ? Math.ceil(failure.retryAfter ?? 0) : 0;
  const about = (field: Field | null, words: Answer['words'] = null, more: Partial<Asked> = {}): Answer =>
    ({ asked: { ...asked, ...more }, field, words, wait });

  switch (failure.code) {
    case 'name-taken':
      return about('password', 'taken', { password: 'own' });
    case 'wrong-password':
      return about('password', null, { password: 'own' });
    case 'invalid-password':
      return about('password', 'shortPassword', { password: 'new' });
    case 'account-needed':
      return about(given.invite ? 'password' : 'invite', null, { password: 'new', invite: true });
    case 'invite-needed':
      return about('invite', given.invite ? 'badInvite' : null, { invite: true });
    case 'invalid-name':
      return about('name');
    default:
      return about(null);
  }
}
