/** How often the clock is looked at, and how late that may be, in milliseconds: browsers slow the timers of hidden pages to one a minute. */
const Tick = 10_000;
const Late = 75_000;

/** Calls `woke` when the machine, or the page, has slept: a request in flight then waits for an answer that never comes. */
export function watchForSleep(stop: AbortSignal, woke: () => void): void {
  let last = Date.now();
  const clock = setInterval(() => {
    const now = Date.now();
    if (now - last > Tick + Late) woke();
    last = now;
  }, Tick);
  stop.addEventListener('abort', () => clearInterval(clock), { once: true });
  // A page that comes out of the browser's back and forward cache was asleep, too.
  addEventListener('pageshow', (event) => event.persisted && woke(), { signal: stop });
}
