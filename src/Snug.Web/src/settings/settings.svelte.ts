// What somebody has chosen for this browser, kept in its local storage and shared by its tabs.
const Key = 'snug-settings';

// The first is the usual one.
const Themes = ['system', 'light', 'dark'] as const;
const Languages = ['system', 'en', 'de'] as const;

export interface Choices {
  readonly theme: (typeof Themes)[number];
  /** A language that the page speaks, or the browser's. */
  readonly language: (typeof Languages)[number];
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
    const kept = JSON.parse(localStorage.getItem(Key) ?? '{}') as Partial<Choices> | null;
    return {
      theme: oneOf(Themes, kept?.theme),
      language: oneOf(Languages, kept?.language),
      saver: kept?.saver === true,
      notify: kept?.notify === true,
      sound: kept?.sound === true,
    };
  } catch {
    return Usual;
  }
}

// A language that the page does not speak, from another version or by somebody's hand, would leave it without a word.
function oneOf<T>(known: readonly [T, ...T[]], kept: T | undefined): T {
  return known.find((one) => one === kept) ?? known[0];
}

export const settings = new Settings();
