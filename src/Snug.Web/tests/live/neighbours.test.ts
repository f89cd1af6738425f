import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reach } from '../../src/live/connection.svelte';
import { Neighbours } from '../../src/live/neighbours';
import { FakeChannel, FakeLocks, fakeNetwork, setVisible, settle } from './rig';

let network: ReturnType<typeof fakeNetwork>;
const stops: AbortController[] = [];

/** A tab of user 1, which has read up to `cursor`. */
function open(cursor: string, user = 1) {
  const stop = new AbortController();
  stops.push(stop);
  const tab = {
    cursor,
    heard: [] as string[],
    reach: { status: 'connecting', nextTry: null } as Reach,
    hurried: 0,
    hasLeft: false,
    restarts: 0,
    neighbours: null! as Neighbours,
  };
  tab.neighbours = new Neighbours({
    user,
    stop: stop.signal,
    cursor: () => tab.cursor,
    reach: () => tab.reach,
    receive: (page) => {
      tab.heard.push(page.next);
      tab.cursor = page.next;
    },
    learn: (reach) => (tab.reach = reach),
    restart: async () => void tab.restarts++,
    rereadOutbox: () => undefined,
    hurry: () => tab.hurried++,
    left: () => (tab.hasLeft = true),
  });
  tab.neighbours.start((until) => new Promise((resolve) => until.addEventListener('abort', () => resolve())));
  return tab;
}

const page = (next: string) => ({ events: [], next });

beforeEach(() => {
  vi.useFakeTimers();
  FakeChannel.open = [];
  network = fakeNetwork();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  setVisible(true);
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop.abort();
  await settle();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what one tab was answered, the others hear without asking', async () => {
  const one = open('c1'), other = open('c1');
  other.neighbours.tellPage('c1', page('c2'));
  await settle();

  expect(one.heard).toEqual(['c2']);
  expect(network.asked).toHaveLength(0);
});

test('a tab that missed a page asks for what it does not know, until it knows all', async () => {
  const late = open('c1'), other = open('c5');
  other.neighbours.tellPage('c5', page('c6'));
  await settle();
  expect(network.last().path).toBe('/api/events?since=c1&wait=0');
  await network.last().answer(200, page('c3'));
  await network.last().answer(200, page('c6'));
  await network.last().answer(204);

  expect(late.heard).toEqual(['c3', 'c6']);
  expect(network.asked).toHaveLength(3);
});

test('a tab catches up once, however much it is told meanwhile, and never goes back', async () => {
  const late = open('c1'), other = open('c5');
  other.neighbours.tellPage('c5', page('c6'));
  other.neighbours.tellPage('c6', page('c7'));
  await settle();
  expect(network.asked).toHaveLength(1);

  other.neighbours.tellPage('c1', page('c8'));
  await network.last().answer(200, page('c4'));

  expect(late.heard).toEqual(['c8']);
});

test('a tab whose place is none of this chat any more reads it anew', async () => {
  const late = open('c1'), other = open('n1');
  other.neighbours.tellPage('n1', page('n2'));
  await settle();
  await network.last().answer(400, { code: 'invalid-cursor' });

  expect(late.restarts).toBe(1);
});

test('a tab that opens is told how it stands with the server', async () => {
  const asking = open('c1');
  await settle();
  asking.reach = { status: 'online', nextTry: null };
  setVisible(false);

  const background = open('c1');

  expect(background.reach.status).toBe('online');
});

test('every tab shows that the server is away, and any may ask to try now', async () => {
  const one = open('c1'), asking = open('c1');
  await settle();
  asking.reach = { status: 'offline', nextTry: 5 };
  asking.neighbours.tellReach();
  expect(one.reach).toEqual({ status: 'offline', nextTry: 5 });

  one.neighbours.tell('hurry');

  expect(asking.hurried).toBe(1);
});

test('who leaves by one tab has left in all, and nobody else has', async () => {
  const one = open('c1'), other = open('c1'), stranger = open('c1', 2);
  other.neighbours.tellLeft();

  expect([one.hasLeft, stranger.hasLeft]).toEqual([true, false]);
});
