import { normalise } from './normalise.ts';

/** Lower case without accents, character by character, so that offsets stay those of the original. */
function fold(text: string): string {
  let folded = '';
  for (const character of text) {
    const plain = character < '\u0080' ? character.toLowerCase() : normalise(character);
    folded += plain.length === character.length ? plain : character;
  }
  return folded;
}

/**
 * The words of a stretch of normalised text as the person typed them. Normalising may open contractions and drop
 * accents, so offsets do not carry over; the first and last word of the stretch are looked for in the original.
 */
export function originalWords(original: string, normalised: string, start: number, end: number): string {
  const slice = normalised.slice(start, end).trim();
  const lower = fold(original);
  const same = lower.length === original.length ? lower.indexOf(slice) : -1;
  if (same >= 0) return original.slice(same, same + slice.length);
  const words = slice.split(' ').filter((word) => word.length > 0);
  // "Don't make it darker" is read as "do not …": the contraction stands for the "not".
  const contraction = words[0] === 'not' ? /\p{L}+n['\u2019]?t\b/u.exec(lower)?.index : undefined;
  const first = contraction ?? words.map((word) => lower.indexOf(word)).find((index) => index >= 0);
  const last = [...words].reverse().find((word) => lower.lastIndexOf(word) >= 0);
  if (first === undefined || last === undefined || lower.length !== original.length) return slice;
  const until = lower.indexOf(last, first) + last.length;
  return until > first ? original.slice(first, until).trim() : slice;
}
