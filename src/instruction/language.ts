import { runNow, type Steps } from '#image/steps.ts';
import { CHINESE } from './languages/chinese.ts';
import { ENGLISH } from './languages/english.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { SPANISH } from './languages/spanish.ts';
import { type Item, matchItems } from './match.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

let vocabularies: readonly Vocabulary[] | undefined;

/** Built when first needed, so that merely importing the module costs nothing. */
function* allVocabularies(): Steps<readonly Vocabulary[]> {
  if (vocabularies) return vocabularies;
  const built: Vocabulary[] = [];
  for (const language of [ENGLISH, SPANISH, FRENCH, GERMAN, CHINESE])
    built.push(yield* buildVocabulary(language));
  vocabularies = built;
  return built;
}

/** Builds in pieces what the first reading would build at once (a tenth of a second). */
export function* prepareReading(): Steps<void> {
  yield* allVocabularies();
}

/** Share of words that must be known before a text counts as being in a language. */
const ENGLISH_SHARE = 0.25;
const OTHER_SHARE = 0.4;

export interface Detected {
  /** BCP 47, `und` when no vocabulary fits. */
  readonly language: string;
  /** Empty when no vocabulary fits: an unknown language gets no invented goals. */
  readonly items: readonly Item[];
}

/** Reads the text with each vocabulary and keeps the one that knows most of it; English when it is a tie. */
export function detectLanguage(text: string): Detected {
  const foreign = foreignScript(text);
  if (foreign) return { language: foreign, items: [] };
  const [english, ...others] = runNow(allVocabularies());
  let best = { vocabulary: english!, items: matchItems(text, english!, false) };
  let bestShare = share(best.items);
  for (const vocabulary of others) {
    const items = matchItems(text, vocabulary, false);
    const known = share(items);
    if (known > bestShare && known >= OTHER_SHARE) {
      best = { vocabulary, items };
      bestShare = known;
    }
  }
  if (best.vocabulary !== english) return { language: best.vocabulary.language.code, items: best.items };
  const items = matchItems(text, english!, true);
  return share(items) >= ENGLISH_SHARE ? { language: 'en', items } : { language: 'und', items: [] };
}

/** Known words count in full when they carry meaning, half when they only hold the sentence together. */
function share(items: readonly Item[]): number {
  let known = 0;
  let all = 0;
  for (const { meaning, size, text } of items) {
    if (meaning.kind === 'join' || meaning.kind === 'quantity' || !/\p{L}/u.test(text)) continue;
    all += size;
    if (meaning.kind === 'filler') known += size * 0.6;
    else if (meaning.kind !== 'unknown') known += size;
  }
  return all === 0 ? (items.some(({ meaning }) => meaning.kind === 'quantity') ? 1 : 0) : known / all;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Cyrillic}/u, 'und'],
  [/\p{Script=Arabic}/u, 'und'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'und'],
];

/** A script that no vocabulary of ours is written in, when it is most of the text. */
function foreignScript(text: string): string | undefined {
  const latin = text.match(/[a-z]/g)?.length ?? 0;
  for (const [script, code] of SCRIPTS) {
    const letters = text.match(new RegExp(script.source, 'gu'))?.length ?? 0;
    if (letters > latin) return code;
  }
  return undefined;
}
