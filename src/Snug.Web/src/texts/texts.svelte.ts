// The words of the page, in the language that was chosen or that the browser asks for.
import { settings } from '../settings/settings.svelte';
import { de } from './de';
import { en, type Texts } from './en';

const Languages: Record<'en' | 'de', Texts> = { en, de };

/** The language of the words, as BCP 47 has it. */
export function language(): 'en' | 'de' {
  const chosen = settings.current.language;
  if (chosen !== 'system') return chosen;
  return navigator.languages.map((wanted) => wanted.slice(0, 2)).find((wanted) => wanted === 'en' || wanted === 'de') ?? 'en';
}

/** How dates and numbers are written: as the reader's own system does where it speaks the same language. */
export const locale = (): string => navigator.languages.find((wanted) => wanted.startsWith(language())) ?? language();

/** `{t.composer.send}` in a component: shown anew when another language is chosen. */
export const t: Texts = new Proxy({} as Texts, { get: (_, section) => Languages[language()][section as keyof Texts] });
