// node web-screenshots.mjs DRIVER URL FOLDER: three people talk at the page, and it is photographed. See make-web-screenshots.
const [driver, url, folder] = process.argv.slice(2);
const { chromium } = await import(driver);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run'] });

const Desk = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 };
const Phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

// ask WHO METHOD PATH BODY: a request of the HTTP API, by somebody who has no page.
async function ask(token, method, path, body) {
  const isBytes = body instanceof Uint8Array;
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' };
  const response = await fetch(new URL(path, url), { method, headers, body: body && (isBytes ? body : JSON.stringify(body)) });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}
const comeIn = async (name) => (await ask(null, 'POST', '/api/session', { name })).token;
const say = (who, room, text, more = {}) => ask(who, 'POST', `/api/rooms/${room}/messages`, { text, ...more });
const react = (who, message, emoji) => ask(who, 'PUT', `/api/messages/${message.id}/reactions/${encodeURIComponent(emoji)}`);

// A plate of spaghetti, drawn by the browser itself: no picture is anybody's.
async function plate() {
  const page = await browser.newPage({ viewport: { width: 800, height: 520 } });
  const threads = Array.from({ length: 46 }, (_, n) =>
    `<path d="M${270 + (n * 37) % 250} ${170 + (n * 53) % 160}c${60 - (n % 5) * 30} ${-60 + (n % 7) * 20} ${90 - (n % 3) * 60} ${70 - (n % 4) * 30} ${40 - (n % 6) * 22} ${60 - (n % 5) * 24}" fill="none" stroke="hsl(${40 + (n % 4) * 3} 80% ${62 + (n % 5) * 4}%)" stroke-width="9" stroke-linecap="round"/>`).join('');
  const leaf = (x, y, turn) => `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 0c18-26 50-30 66-8-20 26-50 28-66 8Z" fill="#3f8f3c"/>`;
  await page.setContent(`<body style="margin:0"><svg width="800" height="520" viewBox="0 0 800 520">
    <rect width="800" height="520" fill="#b98558"/><g stroke="#a87449" stroke-width="3"><path d="M0 90H800M0 210H800M0 330H800M0 450H800"/></g>
    <ellipse cx="400" cy="278" rx="290" ry="212" fill="#00000033"/><ellipse cx="400" cy="260" rx="290" ry="212" fill="#fbf8f2"/><ellipse cx="400" cy="260" rx="205" ry="148" fill="#f0ebe0"/>
    ${threads}<circle cx="400" cy="236" r="62" fill="#c8371f"/><circle cx="372" cy="222" r="20" fill="#dd5a3c"/>${leaf(390, 222, -20)}${leaf(412, 240, 40)}${leaf(380, 250, 150)}</svg>`);
  const picture = await page.screenshot({ type: 'png' });
  await page.close();
  return picture;
}

async function arrive(name, device, colorScheme) {
  const context = await browser.newContext({ ...device, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your name').press('Enter');
  await page.getByRole('link', { name: /lobby/ }).waitFor();
  return { page, context };
}

async function leave({ page, context }) {
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await context.close();
}

async function shoot(page, name) {
  await page.getByText('Friday at eight').last().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

try {
  const [ethan, noor] = [await comeIn('ethan'), await comeIn('noor')];
  const kitchen = (await ask(ethan, 'POST', '/api/rooms', { name: 'Kitchen', topic: 'What to eat, and who brings it' })).id;
  await ask(noor, 'POST', `/api/rooms/${kitchen}/join`);
  await ask(noor, 'POST', '/api/rooms', { name: 'Balcony', topic: 'Basil and other friends' });
  // cindy sits at one page after the other; each needs the name.
  for (const [device, label] of [[Desk, 'desk'], [Phone, 'phone']])
    for (const scheme of ['light', 'dark']) {
      const cindy = await arrive('cindy', device, scheme);
      const as = (method, path, body) => cindy.page.evaluate(([m, p, b]) =>
        fetch(p, { method: m, headers: { 'Content-Type': 'application/json' }, body: b && JSON.stringify(b) }).then((answer) => answer.text()).then((text) => text && JSON.parse(text)), [method, path, body]);
      // A room of its own for each picture, so that none shows the others' talk.
      const room = label === 'desk' && scheme === 'light' ? kitchen : (await ask(ethan, 'POST', '/api/rooms', { name: `Kitchen ${label} ${scheme}`, topic: 'What to eat, and who brings it' })).id;
      await as('POST', `/api/rooms/${room}/join`);
      if (room !== kitchen) await ask(noor, 'POST', `/api/rooms/${room}/join`);
      await say(ethan, room, 'We had pizza last night. And the night before. I begin to see a pattern here.');
      const spaghetti = await as('POST', `/api/rooms/${room}/messages`, { text: 'How about **spaghetti**?' });
      await react(ethan, spaghetti, '🍝');
      await react(noor, spaghetti, '🍝');
      await react(noor, spaghetti, '🌿');
      const { id } = await ask(noor, 'POST', '/api/uploads?name=spaghetti.png', await plate());
      await say(noor, room, 'Mine, from last week:', { attachments: [id] });
      await say(ethan, room, 'I wrote the recipe down:\n```js\nconst minutes = kind === "fresh" ? 3 : 9;\nboil(spaghetti, { minutes, salt: "a lot" });\n```');
      await react(noor, await as('POST', `/api/rooms/${room}/messages`, { text: 'Friday at eight, then? Bring whoever is hungry.' }), '👍');
      await say(noor, 1, 'Has anybody seen my umbrella?');
      await cindy.page.goto(`${url}#/rooms/${room}${label === 'desk' ? '?pane=people' : ''}`);
      await shoot(cindy.page, `web-${label}-${scheme}`);
      await leave(cindy);
      if (room !== kitchen) for (const token of [ethan, noor]) await ask(token, 'POST', `/api/rooms/${room}/leave`);
    }
} finally {
  await browser.close();
}
