// The languages whose code is coloured; each is fetched when somebody first reads a block of it.
import type { LanguageFn } from 'highlight.js';

type Load = () => Promise<{ default: LanguageFn }>;

const Known: Record<string, Load> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  go: () => import('highlight.js/lib/languages/go'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

const OtherNames: Record<string, string> = {
  'sh': 'bash', 'shell': 'bash', 'zsh': 'bash', 'console': 'bash', 'h': 'c', 'c++': 'cpp', 'hpp': 'cpp', 'cs': 'csharp', 'c#': 'csharp',
  'patch': 'diff', 'golang': 'go', 'toml': 'ini', 'js': 'javascript', 'jsx': 'javascript', 'mjs': 'javascript', 'kt': 'kotlin',
  'py': 'python', 'rb': 'ruby', 'rs': 'rust', 'ts': 'typescript', 'tsx': 'typescript', 'html': 'xml', 'svg': 'xml', 'yml': 'yaml',
};

/** @returns how it is loaded, null for a language that is not coloured. */
export function languageFor(named: string): { name: string; load: Load } | null {
  const name = Object.hasOwn(OtherNames, named) ? OtherNames[named]! : named;
  return Object.hasOwn(Known, name) ? { name, load: Known[name]! } : null;
}
