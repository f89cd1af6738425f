import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const Worker = 'service-worker.js';

/** Of what is copied as it is, what the page shows. */
const Copied = ['icon.svg', 'icon-192.png', 'manifest.webmanifest'];

/** Scripts, styles and the font of every page. Other letters are kept when they are first shown. */
const isPartOfPage = (name: string): boolean => name !== Worker && (/\.(js|css)$/.test(name) || name.includes('inter-latin-wght'));

/** Tells the service worker which files the page consists of. */
export function listFilesForWorker(): Plugin {
  return {
    name: 'list-files-for-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const read = (name: string) => readFile(join(dir!, name));
      const files = [...Object.keys(bundle).filter(isPartOfPage).sort(), ...Copied];
      const code = await read(Worker);
      const mark = createHash('sha256').update(code).update(files.join());
      for (const name of ['index.html', ...Copied]) mark.update(await read(name));
      const built = { version: mark.digest('hex').slice(0, 12), files: files.map((name) => `/${name}`) };
      await writeFile(join(dir!, Worker), `self.Built=${JSON.stringify(built)};${code}`);
    },
  };
}
