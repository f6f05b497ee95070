import type { Kind, Meaning } from './meaning.ts';
import { quantityAt } from './quantity.ts';
import { correct } from './spelling.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word or phrase with its meaning; `start` and `end` are offsets in the normalised text. */
export interface Item {
  readonly meaning: Meaning;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many words it took. */
  readonly size: number;
}

/** An unknown word may be a slip of the finger, but a wall of unknown words is another language. */
const MOST_CORRECTIONS = 12;

/** Gives every word of the text a meaning: the longest phrase first, then numbers, then spelling correction. */
export function matchItems(text: string, vocabulary: Vocabulary, spellingToo: boolean): Item[] {
  const tokens = tokenise(text);
  const words = tokens.map((token) => token.text);
  if (spellingToo) correctAll(tokens, words, vocabulary);
  const items: Item[] = [];
  for (let index = 0; index < tokens.length; ) {
    const found = vocabulary.match(words, index) ?? quantityAt(words, index) ?? unknownAt(tokens[index]!);
    const start = tokens[index]!.start;
    const end = tokens[index + found.length - 1]!.end;
    items.push({ meaning: found.meaning, text: text.slice(start, end), start, end, size: found.length });
    index += found.length;
  }
  return items.map((item, index) => signAt(item, items[index + 1]));
}

/** Kinds that a sign can stand before: "+contrast -saturation". */
const SIGNED: ReadonlySet<Kind> = new Set<Kind>(['axis', 'zone', 'color', 'region']);

/** A sign before the name of something is "more" or "less"; anywhere else it only divides. */
function signAt(item: Item, next: Item | undefined): Item {
  if (item.text !== '-' && item.text !== '+') return item;
  const names = next !== undefined && next.start - item.end <= 1 && SIGNED.has(next.meaning.kind);
  if (!names) return { ...item, meaning: { kind: 'join', strength: 'comma' } };
  return { ...item, meaning: { kind: 'more', direction: item.text === '+' ? 1 : -1, form: 'adjective' } };
}

function correctAll(tokens: readonly Token[], words: string[], vocabulary: Vocabulary): void {
  let left = MOST_CORRECTIONS;
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || vocabulary.has(token.text) || left === 0) return;
    const better = correct(token.text, vocabulary);
    if (better === undefined) left--;
    else words[index] = better;
  });
}

function unknownAt(token: Token): { meaning: Meaning; length: number } {
  return { meaning: { kind: token.kind === 'word' ? 'unknown' : 'filler' }, length: 1 };
}
