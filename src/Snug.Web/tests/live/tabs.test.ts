import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Tabs } from '../../src/live/tabs';
import { FakeChannel, FakeLocks, settle, setVisible } from './rig';

interface Tab {
  readonly name: string;
  readonly tabs: Tabs;
  readonly stop: AbortController;
}

/** The names of the tabs that ask right now. */
let asking: string[];
const opened: Tab[] = [];

async function open(name: string): Promise<Tab> {
  const tab = { name, tabs: new Tabs(() => undefined), stop: new AbortController() };
  opened.push(tab);
  void tab.tabs.whileChosen(tab.stop.signal, (stop) => new Promise<void>((resolve) => {
    asking.push(name);
    stop.addEventListener('abort', () => {
      asking = asking.filter((other) => other !== name);
      resolve();
    });
  }));
  await settle();
  return tab;
}

beforeEach(() => {
  vi.useFakeTimers();
  asking = [];
  FakeChannel.open = [];
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  setVisible(true);
});

afterEach(async () => {
  for (const { stop } of opened.splice(0)) stop.abort();
  await settle();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('of ten tabs one asks: the one that was opened last', async () => {
  for (let number = 1; number <= 10; number++) await open(`tab ${number}`);

  expect(asking).toEqual(['tab 10']);
});

test('a tab that is opened in the background leaves the asking to the one that is looked at', async () => {
  await open('first');
  setVisible(false);
  await open('background');

  expect(asking).toEqual(['first']);
});

test('when the tab that asks is closed, another goes on', async () => {
  await open('first');
  const second = await open('second');
  second.stop.abort();
  await settle();

  expect(asking).toEqual(['first']);
});

test('the tab that somebody turns to asks from then on', async () => {
  await open('first');
  setVisible(false);
  await open('second');
  expect(asking).toEqual(['first']);

  // Both tabs of this test share one document: only the one that does not ask has a reason to act.
  setVisible(true);
  await settle();

  expect(asking).toEqual(['second']);
});

test('two windows side by side do not take the asking from each other', async () => {
  await open('left');
  await open('right');
  const turns = vi.spyOn(navigator.locks, 'request');
  await vi.advanceTimersByTimeAsync(60_000);

  expect(asking).toEqual(['right']);
  expect(turns).not.toHaveBeenCalled();
});

test('a window that is looked at takes over when nobody looks at the one that asks any more', async () => {
  await open('left');
  const right = await open('right');

  right.tabs.tell({ kind: 'unwatched' });
  await settle();

  expect(asking).toEqual(['left']);
});

test('without locks every tab asks', async () => {
  vi.stubGlobal('navigator', {});
  await open('first');
  await open('second');

  expect(asking).toEqual(['first', 'second']);
});
