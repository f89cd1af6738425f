import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { emojiData } from './emoji-data.js';

export default defineConfig({
  plugins: [svelte(), emojiData()],
  build: {
    outDir: '../../artifacts/web',
    emptyOutDir: true,
    // What is inlined would be a data: address, which the content policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox125', 'safari17.5'],
  },
  // `npm run dev` beside `./snug serve`: the page is rebuilt as it is written, the chat is the real one.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
