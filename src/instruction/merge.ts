import { lookByName } from '#looks/looks.ts';
import { parentOf, withoutParents } from '#looks/parents.ts';
import type { Goal, Lock, Reading } from '#wire/goal.ts';
import type { Draft, Findings } from './draft.ts';
import { effects } from './meaning.ts';
import { drainOthers } from './selective.ts';
import { REASONS } from './unsupported.ts';
import { TONAL, ZONE_PLACES } from './zones.ts';

/** Gives back the words of a stretch of the normalised text, as the person wrote them. */
export type WordsOf = (start: number, end: number) => string;

export interface Merged extends Pick<Reading, 'goals' | 'styles' | 'locks' | 'unsupported'> {
  /** Two wishes that exclude each other ("warmer and cooler"). */
  readonly conflicts: number;
}

/** Joins what was found: one goal per axis and region, styles with what they imply, limits and locks applied. */
export function mergeFindings(findings: Findings, wordsOf: WordsOf): Merged {
  drainOthers(findings);
  const styles = mergeStyles(findings, wordsOf);
  const grainy = styles.some(({ name }) => lookByName(name)?.implies.some((goal) => goal.axis === 'grain'));
  const { goals, conflicts } = mergeDrafts(findings, grainy, wordsOf);
  for (const style of findings.styles)
    if (style.reversed) reverseStyle(style.name, goals, wordsOf(style.start, style.end));
  const locks = mergeLocks(findings, goals, wordsOf);
  for (const { name, weight } of withoutParents(styles)) imply(name, weight, goals, locks);
  applyLimits(findings, goals, wordsOf);
  const unsupported = findings.edits.map(({ edit, start, end }) => ({
    words: wordsOf(start, end),
    why: REASONS[edit],
  }));
  return { goals, styles, locks, unsupported, conflicts };
}

/** Words that only point at what was said of the picture, when something was said. */
const ANAPHORIC = /^(fix|correct|improve) (it|this)$|^(better|nicer)$/i;

function mergeDrafts(
  findings: Findings,
  grainy: boolean,
  wordsOf: WordsOf,
): { goals: Goal[]; conflicts: number } {
  const goals: Goal[] = [];
  let conflicts = 0;
  for (const draft of findings.drafts.flatMap((each) => withoutGrain(each, grainy))) {
    const direction = (draft.effect.direction * draft.sign) as 1 | -1;
    const amount = bound(draft.amount * draft.effect.amount);
    const goal: Goal = {
      axis: draft.effect.axis,
      direction,
      amount,
      region: placeOf(draft),
      words: wordsOf(draft.start, draft.end),
    };
    const index = goals.findIndex((other) => other.axis === goal.axis && other.region === goal.region);
    if (index < 0) {
      goals.push(goal);
      continue;
    }
    const other = goals[index]!;
    if (other.direction === direction) {
      goals[index] = { ...other, amount: Math.max(other.amount, amount) };
      continue;
    }
    // A side effect of one word ("muddy") never outvotes a plain wish.
    const side = draft.effect.amount < 1;
    if (!side) {
      conflicts++;
      goals[index] = goal;
    }
  }
  return { goals, conflicts };
}

/** "Less crushed", said of the shadows, is the shadows axis itself. */
function placeOf({ effect, region }: Draft): Draft['region'] {
  const own = TONAL.has(effect.axis) && ZONE_PLACES[effect.axis as keyof typeof ZONE_PLACES] === region;
  return own ? null : region;
}

/** Grain that is in the way is noise, unless a film look was asked for in the same breath. */
function withoutGrain(draft: Draft, grainy: boolean): Draft[] {
  const less = draft.effect.axis === 'grain' && draft.effect.direction * draft.sign < 0;
  if (!less || grainy) return [draft];
  return [{ ...draft, effect: effects('noise-')[0]!, sign: 1 }];
}

function mergeStyles(
  findings: Findings,
  wordsOf: WordsOf,
): { name: string; weight: number; words: string }[] {
  const styles: { name: string; weight: number; words: string }[] = [];
  for (const { name, weight, start, end, reversed } of findings.styles) {
    if (reversed || findings.refused.includes(name)) continue;
    const known = styles.find((style) => style.name === name);
    if (known) known.weight = Math.max(known.weight, weight);
    else styles.push({ name, weight: bound(weight), words: wordsOf(start, end) });
  }
  // "A warmer white balance" names the slider, not a correction.
  const moved = findings.drafts.some(
    (draft) => draft.effect.axis === 'warmth' || draft.effect.axis === 'tint',
  );
  const balance = styles.findIndex(
    (style) => style.name === 'neutral color' && style.words.toLowerCase() === 'white balance',
  );
  if (moved && balance >= 0) styles.splice(balance, 1);
  // "Her face is too dark, fix it" asks for nothing more; "better, but too red" praises.
  const anaphoric = styles.findIndex(({ name, words }) => name === 'auto' && ANAPHORIC.test(words));
  if (anaphoric >= 0 && findings.drafts.length > 0) styles.splice(anaphoric, 1);
  // "Auto" beside a named style adds nothing: "make it look better with a vintage feel".
  addParents(styles);
  const named = styles.filter((style) => style.name !== 'auto');
  if (findings.reference)
    styles.push({ name: findings.reference, weight: 1, words: wordsOf(0, Number.MAX_SAFE_INTEGER) });
  return named.length > 0 && styles.length > named.length && !findings.reference ? named : styles;
}

/** "Film noir" is monochrome too: the plain name stands beside the special one, with half its weight. */
function addParents(styles: { name: string; weight: number; words: string }[]): void {
  for (const { name, weight, words } of [...styles]) {
    const parent = parentOf(name);
    if (parent !== undefined && !styles.some((style) => style.name === parent))
      styles.push({ name: parent, weight: bound(weight / 2), words });
  }
}

function reverseStyle(name: string, goals: Goal[], words: string): void {
  for (const goal of lookByName(name)?.implies ?? []) {
    if (goals.some((other) => other.axis === goal.axis && other.region === goal.region)) continue;
    goals.push({ ...goal, direction: -goal.direction as 1 | -1, amount: bound(goal.amount * 0.6), words });
  }
}

function imply(name: string, weight: number, goals: Goal[], locks: readonly Lock[]): void {
  for (const goal of lookByName(name)?.implies ?? []) {
    const said = goals.some((other) => other.axis === goal.axis && other.region === goal.region);
    const locked = locks.some(
      (lock) =>
        lock.what === goal.axis ||
        (goal.region !== null && lock.what === goal.region && lock.mode === 'unchanged'),
    );
    if (!said && !locked) goals.push({ ...goal, amount: bound(goal.amount * weight), words: '' });
  }
}

/** "Moody but not too dark": the limit halves what leads there; with nothing to halve it is a mild wish. */
function applyLimits(findings: Findings, goals: Goal[], wordsOf: WordsOf): void {
  for (const { effect, region, sign, start, end } of findings.limits) {
    const toward = -effect.direction * sign;
    const index = goals.findIndex((goal) => goal.axis === effect.axis && goal.region === region);
    const found = goals[index];
    if (found && found.direction === toward)
      goals[index] = { ...found, amount: bound(Math.min(found.amount * 0.5, 0.5)) };
    else if (!found && effect.amount === 1) {
      const direction = (effect.direction * sign) as 1 | -1;
      goals.push({ axis: effect.axis, direction, amount: 0.5, region, words: wordsOf(start, end) });
    }
  }
}

function mergeLocks(findings: Findings, goals: readonly Goal[], wordsOf: WordsOf): Lock[] {
  const locks: Lock[] = [];
  for (const { what, kind, mode, refusal, start, end } of findings.locks) {
    // "Darken the sky but keep the clouds bright": what is to change cannot stay unchanged.
    if (kind === 'region' && mode === 'unchanged' && goals.some((goal) => goal.region === what)) continue;
    // "Cooler rather than warmer": an axis that is to move cannot stand still.
    const moves = goals.some((goal) => goal.axis === what && goal.region === null);
    if (refusal && moves) continue;
    if (!locks.some((lock) => lock.what === what && lock.kind === kind))
      locks.push({ what, kind, mode, words: wordsOf(start, end) });
  }
  return locks;
}

function bound(amount: number): number {
  return Math.min(2, Math.max(0.1, Math.round(amount * 100) / 100));
}
