// Who is in, as far as this browser knows: the session's cookie is hidden from the page, and asking the server in vain
// would greet every newcomer with an error.
const Key = 'snug-in';

/** The name that somebody is in under; null where nobody is. */
export function rememberedName(): string | null {
  try {
    return localStorage.getItem(Key);
  } catch {
    return null;
  }
}

export function rememberIn(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(Key);
    else localStorage.setItem(Key, name);
  } catch {
    // A browser that keeps nothing asks for the name each time.
  }
}

/** Calls `entered` when somebody comes in by another tab of this browser. @returns what ends that. */
export function onEnteredElsewhere(entered: () => void): () => void {
  const hear = (event: StorageEvent) => event.key === Key && event.newValue !== null && entered();
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
