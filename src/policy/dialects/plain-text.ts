/** Controls, half surrogates, non-characters, and marks that turn the direction of what follows. */
const UNSHOWABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text of a model made fit to be shown and stored: one line, no control characters, cut to `most` characters with an
 * ellipsis. It stays text: whoever shows it must not read it as markup.
 */
export function plainText(given: unknown, most: number): string {
  if (typeof given !== 'string') return '';
  const line = given
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .replace(UNSHOWABLE, '')
    .trim();
  if (line.length <= most && given.length <= 4 * most) return line;
  const kept = line.slice(0, most - 1);
  return `${/\p{Cs}$/u.test(kept) ? kept.slice(0, -1) : kept.trimEnd()}…`;
}

/** A piece of a text that is still arriving, made fit in the same way; its line breaks and spaces stay. */
export function plainPiece(piece: string): string {
  return piece.replace(UNSHOWABLE, (mark) => (mark === '\n' ? mark : mark === '\t' ? ' ' : ''));
}

export const LONGEST_TITLE = 60;
export const LONGEST_REASONING = 700;
