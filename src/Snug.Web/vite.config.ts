import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { emojiData } from './emoji-data.js';
import { listFilesForWorker } from './src/offline/build-worker.ts';

export default defineConfig({
  plugins: [svelte(), emojiData(), listFilesForWorker()],
  build: {
    outDir: '../../artifacts/web',
    emptyOutDir: true,
    // What is inlined would be a data: address, which the content policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox125', 'safari17.5'],
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/offline/worker/service-worker.ts' },
      // A service worker rules the folder that it lies in, under a name that stays.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  // `npm run dev` beside `./snug serve`: the page is rebuilt as it is written, the chat is the real one.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
