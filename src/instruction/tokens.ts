/** A word, a number or a mark of the normalised text; `start` and `end` are offsets in it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
}

/** A sign belongs to a number only when nothing stands before it ("+15", but "black-1" and "teal-orange" divide). */
const TOKEN =
  /(?<![\p{L}\p{N}])[+-]?\d+(?:[.,]\d+)?|\d+|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|[^\s]/gu;

function isMinus(text: string, index: number): boolean {
  // "+ warmth, - contrast": with a plus about, a minus apart is no dash.
  const apart = /\+\s?\p{L}/u.test(text);
  const after = text.slice(index + 1);
  return !/[\p{L}\p{N})]/u.test(text.charAt(index - 1)) && (apart ? /^\s?\p{L}/u : /^\p{L}/u).test(after);
}

/**
 * Splits normalised text. A Han character is a token of its own; digits and letters divide ("70s" → "70", "s"), in
 * the text as in the vocabulary; hyphens and quotes only divide, save for a minus glued to a word ("-saturation").
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    if (word === "'" || word === '"' || (word === '-' && !isMinus(text, match.index))) continue;
    const kind = /\d/.test(word) ? 'number' : /\p{L}/u.test(word) ? 'word' : 'mark';
    tokens.push({ text: word, start: match.index, end: match.index + word.length, kind });
  }
  return tokens;
}
