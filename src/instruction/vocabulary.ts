import type { Steps } from '#image/steps.ts';
import type { Language, Meaning, Table } from './meaning.ts';
import { normalise } from './normalise.ts';
import { tokenise } from './tokens.ts';

interface Node {
  readonly next: Map<string, Node>;
  meaning?: Meaning;
}

/** The phrases of a language as a tree of tokens, for longest-match look-up. */
export interface Vocabulary {
  readonly language: Language;
  /** The longest phrase that starts at `from`; `length` in tokens. */
  match(
    tokens: readonly string[],
    from: number,
  ): { readonly meaning: Meaning; readonly length: number } | undefined;
  /** Whether any phrase holds the word. */
  has(word: string): boolean;
  /** Words for spelling correction, by first letter. */
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
}

/** Builds the tree, in pieces; where a phrase stands twice the earlier table wins. */
export function* buildVocabulary(language: Language): Steps<Vocabulary> {
  const root: Node = { next: new Map() };
  const words = new Set<string>();
  for (const table of language.tables) yield* addTable(root, words, table);
  const byInitial = new Map<string, string[]>();
  for (const word of words) {
    const initial = word.charAt(0);
    const list = byInitial.get(initial);
    if (list) list.push(word);
    else byInitial.set(initial, [word]);
  }

  function match(tokens: readonly string[], from: number) {
    let node: Node | undefined = root;
    let best: { meaning: Meaning; length: number } | undefined;
    for (let index = from; node && index < tokens.length; index++) {
      node = node.next.get(tokens[index]!);
      if (node?.meaning) best = { meaning: node.meaning, length: index - from + 1 };
    }
    return best;
  }
  return { language, match, has: (word) => words.has(word), byInitial };
}

/** Meanings whose phrases are added in a piece of work. */
const PIECE = 40;

function* addTable(root: Node, words: Set<string>, table: Table): Steps<void> {
  for (const [index, [phrases, meaning]] of table.entries()) {
    if (index % PIECE === PIECE - 1) yield;
    for (const phrase of phrases.split('|')) {
      let node = root;
      for (const token of tokenise(normalise(phrase))) {
        words.add(token.text);
        let next = node.next.get(token.text);
        if (!next) {
          next = { next: new Map() };
          node.next.set(token.text, next);
        }
        node = next;
      }
      node.meaning ??= meaning;
    }
  }
}
