import { afterEach, describe, expect, test, vi } from 'vitest';
import { events, post, rooms } from '../../src/api/calls';
import { ask, Refusal, Unreachable } from '../../src/api/http';

afterEach(() => vi.unstubAllGlobals());

const answer = (body: string | null, init: ResponseInit) => vi.stubGlobal('fetch', async () => new Response(body, init));

describe('what stands between the page and its server', () => {
  test.each(['', '{}', 'null', '[]', '<h1>Log in</h1>'])('answers %j with 200: the server was not reached', async (body) => {
    answer(body, { status: 200 });

    await expect(post(1, { text: 'hello', nonce: 'n' })).rejects.toThrow(Unreachable);
    await expect(rooms()).rejects.toThrow(Unreachable);
  });

  test.each(['{}', 'null', '{"next":"c2"}'])('answers %j where events are asked for: they were not told', async (body) => {
    answer(body, { status: 200 });

    await expect(events('c1', 0, new AbortController().signal)).rejects.toThrow(Unreachable);
  });

  test('answers 401 with words of its own: the session is not over', async () => {
    answer('<h1>Who are you?</h1>', { status: 401 });

    const refusal = (await ask('/api/session').catch((failure: unknown) => failure)) as Refusal;

    expect(refusal.endsVisit).toBe(false);
  });

  test('wants to be asked in years: nobody waits longer than an hour', async () => {
    answer('', { status: 429, headers: { 'Retry-After': '99999999' } });

    const refusal = (await ask('/api/rooms').catch((failure: unknown) => failure)) as Refusal;

    expect(refusal.retryAfter).toBe(3600);
  });
});
