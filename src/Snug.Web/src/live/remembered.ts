// Whether somebody is in, as far as this browser knows: the session's cookie is hidden from the page, and asking the server in vain
// would greet every newcomer with an error.
const Key = 'snug-in';

export function wasIn(): boolean {
  try {
    return localStorage.getItem(Key) !== null;
  } catch {
    return false;
  }
}

export function rememberIn(isIn: boolean): void {
  try {
    if (isIn) localStorage.setItem(Key, '1');
    else localStorage.removeItem(Key);
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
