import type { Vocabulary } from './vocabulary.ts';

/** Endings that a word may carry without meaning something else; tried when the word itself is unknown. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y']],
  [/(es|s)$/, ['', 'e']],
  [/ied$/, ['y']],
  [/ed$/, ['', 'e']],
  [/ing$/, ['', 'e']],
  [/ly$/, ['', 'le']],
];

/** The word without an ending, if that is in the vocabulary. */
function stem(word: string, vocabulary: Vocabulary): string | undefined {
  if (word.length < 4) return undefined;
  for (const [ending, replacements] of ENDINGS) {
    if (!ending.test(word)) continue;
    const base = word.replace(ending, '');
    const doubled = /([b-df-hj-np-tv-z])\1$/.test(base) ? [base.slice(0, -1)] : [];
    for (const candidate of [...replacements.map((replacement) => base + replacement), ...doubled]) {
      if (candidate.length > 2 && vocabulary.has(candidate)) return candidate;
    }
  }
  return undefined;
}

/**
 * A known word for an unknown one: without its ending, or one slip of the finger away (two in long words). The first
 * letter must stand, and everyday words that resemble ours ("winner", "matter") are left alone.
 */
export function correct(word: string, vocabulary: Vocabulary): string | undefined {
  const base = stem(word, vocabulary) ?? undrawn(word, vocabulary);
  if (base !== undefined || word.length < 4 || word.length > 20 || EVERYDAY.has(word)) return base;
  const limit = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of vocabulary.byInitial.get(word.charAt(0)) ?? []) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > limit) continue;
    // Short words have many neighbours: only letters in the wrong order count ("mkae").
    if (word.length === 4 && !sameLetters(word, candidate)) continue;
    const distance = editDistance(word, candidate, bestDistance);
    if (distance > limit) continue;
    // A letter left out is the commoner slip than a wrong one.
    if (
      distance < bestDistance ||
      (distance === bestDistance && best !== undefined && candidate.length > best.length)
    ) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

/** A word drawn out for emphasis ("sooo", "brighterrr"), with each run of letters single or double. */
function undrawn(word: string, vocabulary: Vocabulary): string | undefined {
  if (!/(.)\1/.test(word)) return undefined;
  return ['$1', '$1$1']
    .map((letters) => word.replace(/(.)\1+/g, letters))
    .find((plain) => plain !== word && vocabulary.has(plain));
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); any value above `limit` may stand for "more". */
export function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, beforePrevious[j - 2]! + 1);
      }
      row.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** Everyday words one letter from a word of ours. */
const EVERYDAY = new Set(
  (
    'winner matter matters latter letter better bitter batter butter later water waters walker worker member number ' +
    'corner cover covers cower flower flowers floor flood blood bloom clock close coast coach count court cream crown ' +
    'brown bread break bride bridge bring brick brush daily dairy diary drink dress fight flight fresh frame front green ' +
    'grand grant grape grave great group guard guess guest guide heart horse house hours image italy large learn lemon level ' +
    'light lights limit local lower lunch march marry merry metal mirror model money month mother motion mount mouse mouth ' +
    'movie music nature never north noise other paint panel paper party peace phone piano piece place plain plane plant plate ' +
    'point pound power press price pride print prize proud queen quick quiet raise reach ready right river rough round route ' +
    'scale scene score sense serve seven shade shape share shell shirt shoot shore short sight since skill sleep slide small ' +
    'smart smile smoke snake sound south space spare speak speed spend spice split spoon sport staff stage stair stand start ' +
    'state steam steel stone store story study sugar table taste teach thank theme thick thing think third those three throw ' +
    'tiger title today tooth total touch tower track trade train treat trend trial truck trust truth twice uncle under union ' +
    'until upper urban usual video visit voice waste watch wheel where which white whole woman women world worry would write ' +
    'wrong young youth market marker master manner banner dinner inner outer fisher sister poster faster lasted tinted planet ' +
    'garden hidden sudden wooden golden woman human shower powder wander wonder wander wooden holder folder border border ' +
    'recipe receive cleaner cleared cleaver learner stronger stranger string strings spring sprint waiter writer hunter ' +
    'brand brands paris again teeth month months meter cheap blind board truly trial grass beach smell final facts pause ' +
    'friend friendly best wishes regards company customer catalog version versions thought though through thanks'
  ).split(' '),
);
