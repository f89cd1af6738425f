// What the page has cost since it was opened. The browser tells what came; what went, the page counts itself, without headers.
class Traffic {
  requests = $state(0);
  /** Bytes over the network, as far as the browser tells. */
  received = $state(0);
  sent = $state(0);

  constructor() {
    if (!('PerformanceObserver' in globalThis)) return;
    new PerformanceObserver((list) => this.count(list.getEntries() as PerformanceResourceTiming[])).observe({ type: 'resource', buffered: true });
    const [opening] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
    if (opening) this.count([opening]);
  }

  /** A request with a body of so many bytes has begun. */
  send(bytes: number): void {
    this.sent += bytes;
  }

  // What came out of the browser's own stores cost nothing.
  private count(entries: readonly PerformanceResourceTiming[]): void {
    const carried = entries.filter((entry) => entry.transferSize > 0);
    this.requests += carried.length;
    this.received += carried.reduce((sum, entry) => sum + entry.transferSize, 0);
  }
}

export const traffic = new Traffic();
