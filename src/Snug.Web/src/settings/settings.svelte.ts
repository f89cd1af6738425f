// What somebody has chosen for this browser, kept in its local storage and shared by its tabs.
const Key = 'snug-settings';

export interface Choices {
  readonly theme: 'system' | 'light' | 'dark';
  /** A language that the page speaks, or the browser's. */
  readonly language: 'system' | 'en' | 'de';
  /** Ask seldom, and load pictures only when they are wanted. */
  readonly saver: boolean;
  readonly notify: boolean;
  readonly sound: boolean;
}

const Usual: Choices = { theme: 'system', language: 'system', saver: false, notify: false, sound: false };

class Settings {
  current = $state.raw<Choices>(read());

  constructor() {
    addEventListener('storage', (event) => {
      if (event.key === Key) this.current = read();
    });
  }

  choose(change: Partial<Choices>): void {
    this.current = { ...this.current, ...change };
    try {
      localStorage.setItem(Key, JSON.stringify(this.current));
    } catch {
      // Storage is full or forbidden: the choice holds until the page is closed.
    }
  }
}

function read(): Choices {
  try {
    return { ...Usual, ...(JSON.parse(localStorage.getItem(Key) ?? '{}') as Partial<Choices>) };
  } catch {
    return Usual;
  }
}

export const settings = new Settings();
