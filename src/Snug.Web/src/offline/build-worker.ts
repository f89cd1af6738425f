import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const Worker = 'service-worker.js';

/** Of what is copied as it is, what the page shows. */
const Copied = ['icon.svg', 'icon-192.png', 'manifest.webmanifest'];

/** Characters of a part that is loaded on demand (the names of all emoji): more is kept only when it is first used. */
const MostAhead = 100_000;

/** Scripts, styles and the font of every page. Other letters are kept when they are first shown. */
function isPartOfPage(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  if (file.type === 'asset') return file.fileName.endsWith('.css') || file.fileName.includes('inter-latin-wght');
  return file.fileName !== Worker && (file.isEntry || file.code.length < MostAhead);
}

/** Tells the service worker which files the page consists of. */
export function listFilesForWorker(): Plugin {
  return {
    name: 'list-files-for-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const read = (name: string) => readFile(join(dir!, name));
      const files = [...Object.values(bundle).filter(isPartOfPage).map(({ fileName }) => fileName).sort(), ...Copied];
      const code = await read(Worker);
      const mark = createHash('sha256').update(code).update(files.join());
      for (const name of ['index.html', ...Copied]) mark.update(await read(name));
      const built = { version: mark.digest('hex').slice(0, 12), files: files.map((name) => `/${name}`) };
      await writeFile(join(dir!, Worker), `self.Built=${JSON.stringify(built)};${code}`);
    },
  };
}
