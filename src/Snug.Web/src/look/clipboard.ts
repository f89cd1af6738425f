/** Writes to the clipboard. @returns whether the browser lets it: over plain HTTP no page may. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no clipboard at all, or somebody does not allow it.
    return false;
  }
}
