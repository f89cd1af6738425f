// node web-screenshots.mjs DRIVER URL DEVICE SCHEME FILE: three people talk at the page, and it is photographed. See make-web-screenshots.
const [driver, url, device, colorScheme, file] = process.argv.slice(2);
const { chromium } = await import(driver);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run'] });

const Devices = {
  desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

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
  const picture = await page.screenshot({ type: 'png', clip: { x: 0, y: 40, width: 800, height: 440 } });
  await page.close();
  return picture;
}

// Seconds of something like speech: syllables that swell and fade, with rests between them.
function humming(seconds) {
  const rate = 8_000, length = rate * seconds, wav = Buffer.alloc(44 + length, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length, 4);
  wav.write('WAVEfmt ', 8);
  [16, 0x10001, rate, rate, 0x80001].forEach((value, n) => wav.writeUInt32LE(value, 16 + 4 * n));
  wav.write('data', 36);
  wav.writeUInt32LE(length, 40);
  for (let n = 0; n < length; n++) {
    const at = n / rate;
    const loud = Math.abs(Math.sin(at * 7.3) * Math.sin(at * 2.1 + 1)) * (0.45 + 0.55 * Math.sin(at * 1.3) ** 2);
    wav[44 + n] = 128 + 110 * loud * Math.sin(at * 1_100);
  }
  return wav;
}
// As the page calls what it records.
const voiceName = 'voice-2031-05-01-1930.wav';

try {
  const [ethan, noor] = [await comeIn('ethan'), await comeIn('noor')];
  const kitchen = (await ask(ethan, 'POST', '/api/rooms', { name: 'Kitchen', topic: 'What to eat, and who brings it' })).id;
  await ask(noor, 'POST', `/api/rooms/${kitchen}/join`);
  await ask(noor, 'POST', '/api/rooms', { name: 'Balcony', topic: 'Basil and other friends' });

  const context = await browser.newContext({ ...Devices[device], colorScheme, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Your name').fill('cindy');
  await page.getByLabel('Your name').press('Enter');
  await page.getByRole('link', { name: /lobby/ }).waitFor();
  // cindy talks as her page does, with its cookie.
  const cindy = (path, data) => context.request.post(new URL(path, url).href, { data }).then(async (answer) => (answer.status() === 204 ? null : answer.json()));

  await cindy(`/api/rooms/${kitchen}/join`, {});
  await cindy('/api/direct', { with: ['noor'] });
  await say(ethan, kitchen, 'We had pizza last night. And the night before. I begin to see a pattern here.');
  const spaghetti = await cindy(`/api/rooms/${kitchen}/messages`, { text: 'How about **spaghetti**?' });
  await react(ethan, spaghetti, '🍝');
  await react(noor, spaghetti, '🍝');
  await react(noor, spaghetti, '🌿');
  const upload = async (name, bytes) => (await ask(noor, 'POST', `/api/uploads?name=${name}`, bytes)).id;
  await say(noor, kitchen, 'Mine, from last week:', { attachments: [await upload('spaghetti-800x440.png', await plate())], replyTo: spaghetti.id });
  await say(noor, kitchen, '', { attachments: [await upload(voiceName, humming(9))] });
  await say(ethan, kitchen, 'The whole recipe:\n```js\nconst minutes = isFresh ? 3 : 9;\nboil(spaghetti, { minutes, salt: "a lot" });\n```');
  const friday = await cindy(`/api/rooms/${kitchen}/messages`, { text: 'Friday at eight, then? Bring whoever is hungry.' });
  await react(noor, friday, '👍');
  await say(ethan, 1, 'Has anybody seen my umbrella?');

  await page.evaluate(([room, pane]) => (location.hash = `#/rooms/${room}${pane}`), [kitchen, device === 'desk' ? '?pane=people' : '']);
  await page.getByText('Friday at eight').last().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Long enough for the picture to come in; the poll never lets the network rest.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
}
