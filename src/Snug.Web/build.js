// Brings the page in artifacts/web up to date; the server's build runs it. It compares what the sources say, not when they
// were written: a file that is gone counts, one that was only touched does not.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const page = fileURLToPath(new URL('.', import.meta.url));
const made = fileURLToPath(new URL('../../artifacts/web', import.meta.url));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) giveUp(`Node ${process.versions.node} is too old for the page: it takes 20.19 or newer, from https://nodejs.org`);

const packages = ['package.json', 'package-lock.json', '.npmrc'];
// The mark of what something was made from is kept within it, so that both go together.
bringUpToDate(packages, join(page, 'node_modules', '.snug-installed'), () => run(3, 'ci'));

const sources = ['index.html', 'src', 'public', 'vite.config.ts', 'svelte.config.js', 'tsconfig.json', 'emoji-data.js', 'build.js'];
bringUpToDate([...packages, ...sources], join(made, '.built'), () => {
  run(1, 'run', 'build');
  filesOf(made).forEach(compress);
});

function bringUpToDate(names, stamp, make) {
  const now = fingerprint(names);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;

  rmSync(stamp, { force: true });
  make();
  writeFileSync(stamp, now);
}

function fingerprint(names) {
  const hash = createHash('sha256');
  for (const file of names.map((name) => join(page, name)).filter(existsSync).flatMap(filesOf))
    hash.update(`${relative(page, file)}\n`).update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

function filesOf(path) {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesOf(join(path, name))) : [path];
}

// Once here, rather than by the server for each who asks.
function compress(file) {
  if (!['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt'].includes(extname(file))) return;

  const bytes = readFileSync(file);
  for (const [ending, squeezed] of [['.br', brotliCompressSync(bytes)], ['.gz', gzipSync(bytes, { level: 9 })]])
    if (squeezed.length < bytes.length) writeFileSync(file + ending, squeezed);
}

// Package servers fail now and then.
function run(tries, ...words) {
  const { status, error, stdout, stderr } = spawnSync('npm', words, { cwd: page, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return;
  if (tries > 1) return run(tries - 1, ...words);
  giveUp(`npm ${words.join(' ')} failed:\n${(error?.message ?? stdout + stderr).trim()}`);
}

function giveUp(why) {
  console.log(why);
  process.exit(1);
}
