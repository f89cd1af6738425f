// node measure.mjs DRIVER LIGHTHOUSE URL PROFILE: people talk, somebody comes in, and what Lighthouse says is printed. See make-report.
import { createServer } from 'node:net';
import { cpus } from 'node:os';

const [driver, library, url, profile] = process.argv.slice(2);
const { chromium } = await import(driver);
const { default: lighthouse, desktopConfig } = await import(library);

/** The median of so many runs is told: what else the machine does is not the page's. */
const Runs = 3;
/** The page always waits for news: Lighthouse would wait long for that to end, in milliseconds. */
const Patience = 10_000;
const Good = 95;
const Categories = ['performance', 'accessibility', 'best-practices'];
const Metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'total-byte-weight'];
const Said = [
  'We had pizza last night.', 'And the night before. I am **not** complaining, but I begin to see a pattern here.', 'How about spaghetti?',
  'Only if there is basil 🌿', '- basil\n- tomatoes\n- `500 g` of flour', 'There is. The whole balcony smells of it!', '> spaghetti\n\nFriday at eight, then?', '🍝',
];

async function ask(token, path, body) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

async function talk() {
  const people = await Promise.all(['ethan', 'noor', 'zoe'].map(async (name) => (await ask(null, '/api/session', { name })).token));
  for (const name of ['Kitchen', 'Balcony', 'Garden']) await ask(people[0], '/api/rooms', { name, topic: 'What to eat, and who brings it' });
  for (let index = 0; index < 120; index++) await ask(people[Math.floor(index / 2) % 3], '/api/rooms/1/messages', { text: Said[index % Said.length] });
}

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

// As on the first visit with this browser, but for the cookie and the name.
async function forgetFiles() {
  const page = await browser.newPage();
  const devtools = await browser.newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'service_workers,cache_storage,indexeddb' });
  await page.close();
}

async function measure(page, device, address) {
  const results = [];
  for (let run = 0; run < Runs; run++) {
    await forgetFiles();
    const flags = { port, logLevel: 'error', disableStorageReset: true, maxWaitForLoad: Patience, onlyCategories: Categories };
    const { lhr } = await lighthouse(address, flags, device === 'desk' ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    results.push(lhr);
    console.error(`${page}, ${device}: ${Categories.map((category) => scoreOf(lhr, category)).join(' ')}`);
  }
  const byScore = results.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  return { page, device, report: byScore[Math.floor(Runs / 2)] };
}

const scoreOf = (report, category) => Math.round(report.categories[category].score * 100);

function row({ page, device, report }) {
  const metrics = Metrics.map((metric) => report.audits[metric].displayValue.replace('Total size was ', ''));
  return `| ${[page, device, ...Categories.map((category) => scoreOf(report, category)), ...metrics].join(' | ')} |`;
}

// What costs points, where they are too few.
function shortfalls({ page, device, report }) {
  return Categories.filter((category) => scoreOf(report, category) < Good).map((category) => {
    const poor = report.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 0.9);
    return `- ${page}, ${device}, ${category} ${scoreOf(report, category)}: ${poor.map(({ id }) => `${report.audits[id].title} (${report.audits[id].displayValue ?? 'failed'})`).join(', ')}.`;
  });
}

await talk();
const port = await freePort();
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium', viewport: null, args: ['--no-sandbox', '--disable-quic', '--no-first-run', `--remote-debugging-port=${port}`],
});
try {
  const measured = [await measure('entry', 'phone', url), await measure('entry', 'desk', url)];
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByLabel('Your name').fill('cindy');
  await page.getByLabel('Your name').press('Enter');
  await page.getByRole('link', { name: /lobby/ }).first().waitFor();
  await page.close();
  const room = new URL('/#/rooms/1', url).href;
  measured.push(await measure('room', 'phone', room), await measure('room', 'desk', room));

  const below = measured.flatMap(shortfalls);
  const { lighthouseVersion, environment } = measured[0].report;
  console.log(`# What Lighthouse says of the page

Written by \`docs/lighthouse/make-report\`: the page as a release has it, on a server with 120 messages in the lobby. Each line is the run
in the middle of ${Runs}, with nothing kept by the browser before; for the room, but the cookie of somebody who is in. *phone* is Lighthouse's
usual setting (a slow 4G network and a processor a quarter as fast, both computed), *desk* its desktop preset.

| page | device | performance | accessibility | best practices | first contentful paint | largest contentful paint | total blocking time | bytes |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${measured.map(row).join('\n')}

Lighthouse ${lighthouseVersion}, Chromium ${/Chrom\w*\/([\d.]+)/.exec(environment.hostUserAgent)[1]}, Node ${process.versions.node}; ${cpus().length} cores, benchmark index ${measured.map(({ report }) => Math.round(report.environment.benchmarkIndex)).join(', ')}.

${below.length === 0 ? `Nothing is below ${Good}.` : `Below ${Good}:\n\n${below.join('\n')}`}`);
} finally {
  await browser.close();
}
