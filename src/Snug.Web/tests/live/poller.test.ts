import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Poller, type Pace, type PollerHooks } from '../../src/live/poller';
import { fakeNetwork, settle } from './rig';

let network: ReturnType<typeof fakeNetwork>;
let pace: Pace;
let stop: AbortController;
const hooks = {
  pace: () => pace,
  cursor: vi.fn(() => 'c1'),
  receive: vi.fn(),
  reached: vi.fn(),
  lost: vi.fn(),
  restart: vi.fn(async () => undefined),
  ended: vi.fn(() => stop.abort()),
} satisfies PollerHooks;

function start(): Poller {
  const poller = new Poller(hooks);
  void poller.run(stop.signal);
  return poller;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  network = fakeNetwork();
  pace = { wait: 25, rest: 0.15 };
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe('asking', () => {
  test('holds one question at a time, from the place that was read last', async () => {
    start();

    expect(network.asked.map(({ path }) => path)).toEqual(['/api/events?since=c1&wait=25']);
  });

  test('hands over what came, rests, and asks again', async () => {
    start();
    await network.last().answer(200, { events: [], next: 'c2' });
    expect(hooks.receive).toHaveBeenCalledWith({ events: [], next: 'c2' }, 'c1');

    await vi.advanceTimersByTimeAsync(149);
    expect(network.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);

    expect(network.asked).toHaveLength(2);
  });

  test('asks again soon after a wait that ran its time', async () => {
    start();
    await vi.advanceTimersByTimeAsync(25_000);
    await network.last().answer(204);

    await vi.advanceTimersByTimeAsync(150);

    expect(network.asked).toHaveLength(2);
  });

  test('rests after a wait that another question ended, instead of ending that one', async () => {
    start();
    await network.last().answer(204);

    await vi.advanceTimersByTimeAsync(1_999);
    expect(network.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);

    expect(network.asked).toHaveLength(2);
  });

  test('keeps to a slower pace', async () => {
    pace = { wait: 50, rest: 120 };
    start();
    await network.last().answer(200, { events: [], next: 'c2' });

    await vi.advanceTimersByTimeAsync(119_999);
    expect(network.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);

    expect(network.last().path).toContain('wait=50');
  });

  test('a nudge ends a rest', async () => {
    pace = { wait: 50, rest: 120 };
    const poller = start();
    await network.last().answer(200, { events: [], next: 'c2' });

    poller.nudge();
    await settle();

    expect(network.asked).toHaveLength(2);
  });

  test('a question in flight is asked anew when the network or the pace has changed', async () => {
    const poller = start();
    pace = { wait: 50, rest: 20 };

    poller.nudge(true);
    await settle();

    expect(network.asked[0]!.signal.aborted).toBe(true);
    expect(network.last().path).toContain('wait=50');
    expect(hooks.lost).not.toHaveBeenCalled();
  });

  test('nothing is asked after the end', async () => {
    start();
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(network.asked).toHaveLength(1);
  });
});

describe('a server that is away', () => {
  test('is asked less and less often, up to half a minute', async () => {
    start();
    for (const seconds of [1, 2, 4, 8, 15, 30, 30]) {
      await network.last().fail();
      expect(hooks.lost).toHaveBeenLastCalledWith(seconds);
      await vi.advanceTimersByTimeAsync(seconds * 1000);
    }

    expect(network.asked).toHaveLength(8);
  });

  test('is not asked by everyone at once', async () => {
    vi.mocked(Math.random).mockReturnValueOnce(0).mockReturnValueOnce(1);
    start();
    await network.last().fail();
    expect(hooks.lost).toHaveBeenLastCalledWith(0.8);
    await vi.advanceTimersByTimeAsync(800);
    await network.last().fail();

    expect(hooks.lost.mock.lastCall![0]).toBeCloseTo(2.4);
  });

  test('is asked soon again once it has answered', async () => {
    start();
    await network.last().fail();
    await vi.advanceTimersByTimeAsync(1_000);
    await network.last().answer(200, { events: [], next: 'c2' });
    expect(hooks.reached).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(150);
    await network.last().fail();

    expect(hooks.lost).toHaveBeenLastCalledWith(1);
  });

  test('says itself when to come again', async () => {
    start();
    await network.last().answer(503, { code: 'unavailable' }, { 'Retry-After': '7' });

    expect(hooks.lost).toHaveBeenCalledWith(7);
  });

  test('is given up after a wait and a little more, when not a byte comes', async () => {
    vi.useRealTimers();
    vi.spyOn(AbortSignal, 'timeout');
    start();

    expect(AbortSignal.timeout).toHaveBeenCalledWith(50_000);
  });
});

describe('a no', () => {
  test('of the session ends the visit', async () => {
    start();
    await network.last().answer(401, { code: 'no-session' });
    await vi.advanceTimersByTimeAsync(60_000);

    expect(hooks.ended).toHaveBeenCalledOnce();
    expect(network.asked).toHaveLength(1);
  });

  test('to the cursor reads the chat anew, and goes on', async () => {
    start();
    hooks.cursor.mockReturnValueOnce('new');
    await network.last().answer(400, { code: 'invalid-cursor' });

    expect(hooks.restart).toHaveBeenCalledOnce();
    expect(network.last().path).toContain('since=new');
  });

  test('to the cursor, and then to the session, ends the visit', async () => {
    const { Refusal } = await import('../../src/api/http');
    hooks.restart.mockRejectedValueOnce(new Refusal(401, 'no-session', ''));
    start();
    await network.last().answer(400, { code: 'invalid-cursor' });

    expect(hooks.ended).toHaveBeenCalledOnce();
  });

  test('a fault of the page while taking news in is reported, and asking goes on', async () => {
    vi.stubGlobal('reportError', vi.fn());
    hooks.receive.mockImplementationOnce(() => { throw new Error('a bug'); });
    start();
    await network.last().answer(200, { events: [], next: 'c2' });
    await vi.advanceTimersByTimeAsync(1_000);

    expect(reportError).toHaveBeenCalledOnce();
    expect(network.asked).toHaveLength(2);
  });
});
