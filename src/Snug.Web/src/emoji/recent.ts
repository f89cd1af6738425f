// The emoji somebody used last, kept by this browser; where it keeps nothing, those that many use.
const Key = 'snug-emoji';
const Most = 24;
const Usual = ['👍', '❤️', '😂', '🎉', '😮', '🙏', '😊', '😍', '🤔', '😢', '👏', '🔥', '✅', '👀', '🚀', '💯', '😅', '🥳', '👋', '🙌', '💪', '☕', '🍕', '🤷'] as const;

/** As many as are kept, newest first; what was not used yet is filled up by what many use. */
export function recentEmoji(): readonly string[] {
  const used = read();
  return [...used, ...Usual.filter((emoji) => !used.includes(emoji))].slice(0, Most);
}

export function rememberEmoji(emoji: string): void {
  try {
    localStorage.setItem(Key, JSON.stringify([emoji, ...read().filter((other) => other !== emoji)].slice(0, Most)));
  } catch {
    // Storage is full or forbidden: the usual ones stay.
  }
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(Key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === 'string') : [];
  } catch {
    return [];
  }
}
