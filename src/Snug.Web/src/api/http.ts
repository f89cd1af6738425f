import { traffic } from '../live/traffic.svelte';

/** What the server says no to, by its stable code (docs/http-api.md). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** After how many seconds to try again, where the server says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }

  /** Whether the server does not know who asks any more. What stands before it, a proxy with a password of its own, may answer 401 too. */
  get endsVisit(): boolean {
    return this.code === 'no-session';
  }

  /** Whether the same request may be granted later without anybody changing anything. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** The server could not be asked, or its answer did not arrive: the network, or the server, is away. */
export class Unreachable extends Error {}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Milliseconds until an answer is given up. */
  readonly patience?: number;
  /** Whether the request goes on when the page is closed. */
  readonly outlivesPage?: boolean;
}

/** Nobody is kept waiting longer than this, in seconds, whatever Retry-After says: browsers' clocks overflow, and who waits should see an end. */
const LongestRetry = 3600;

/** Long enough for a poor network, short enough to notice that it is gone. */
const Patience = 20_000;

/**
 * Asks the server.
 * @returns what it answers, undefined where that is nothing (204).
 * @throws {Refusal} when it says no.
 * @throws {Unreachable} when there was no answer, also when the signal ended it.
 */
export async function ask<T>(path: string, request: Request = {}): Promise<T | undefined> {
  const limit = AbortSignal.timeout(request.patience ?? Patience);
  const init: RequestInit = {
    method: request.method ?? 'GET',
    signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit,
    credentials: 'same-origin',
    cache: 'no-store',
    keepalive: request.outlivesPage ?? false,
  };
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
    traffic.send(init.body.length);
    init.headers = { 'Content-Type': 'application/json' };
  }

  let status: number, text: string, retryAfter: string | null;
  try {
    const response = await fetch(path, init);
    status = response.status;
    retryAfter = response.headers.get('Retry-After');
    text = await response.text();
  } catch (failure) {
    throw new Unreachable(String(failure));
  }
  if (status >= 400) throw readRefusal(status, text, retryAfter);
  return status === 204 || text === '' ? undefined : parse<T>(text);
}

export function readRefusal(status: number, text: string, retryAfter: string | null): Refusal {
  let code = '', detail = '';
  try {
    const problem = JSON.parse(text) as { code?: unknown; detail?: unknown; title?: unknown };
    code = String(problem.code ?? '');
    detail = String(problem.detail ?? problem.title ?? '');
  } catch {
    // A proxy before the server answers in its own words: the status is all there is to know.
  }
  const seconds = Number(retryAfter ?? NaN);
  return new Refusal(status, code || `http-${status}`, detail, Number.isFinite(seconds) ? Math.min(seconds, LongestRetry) : null);
}

// A login page of a wireless network answers 200 with HTML: that is no answer of the chat.
export function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Unreachable(Stranger);
  }
}

/**
 * What was answered, if it has the part by which the chat's answer is known: whatever else stands in between may answer 200 with nothing, or with
 * JSON of its own, and what was said would be taken for stored.
 * @throws {Unreachable} if not.
 */
export function asAnswer<T extends object>(given: T | null | undefined, part: keyof T): T {
  if (given?.[part] === undefined) throw new Unreachable(Stranger);
  return given;
}

const Stranger = 'something else than the chat answered';
