import { lookByName } from '#looks/looks.ts';
import type { Goal } from '#wire/goal.ts';
import type { Asked } from './criteria/asked.ts';
import { judgeAsked } from './criteria/asked.ts';
import { judgeAutomatic, judgeNeutral } from './criteria/automatic.ts';
import type { Case } from './criteria/case.ts';
import type { Judge } from './criteria/judge.ts';
import { judgeDetailKept, judgeNothingAsked, judgeRestKept, judgeSkinKept } from './criteria/kept.ts';
import { judgeLock } from './criteria/locks.ts';
import { judgeMonochrome } from './criteria/monochrome.ts';
import { SIGNATURES } from './criteria/signatures.ts';

const EXPLICIT_WEIGHT = 1;
const IMPLIED_WEIGHT = 0.5;

/** What a look implies may weigh this much together: its many small goals must not drown what was said in words. */
const IMPLIED_TOTAL = 1.5;

/**
 * Writes the criteria for one case, before any candidate is seen: what was asked in words, what a look is known by and
 * implies, what is to be kept, and what this photo makes worth watching. Weights sum to 1; names are unique.
 */
export function writeCriteria(known: Case): readonly Judge[] {
  const asked = [...explicitGoals(known), ...styleJudges(known), ...impliedGoals(known)];
  const locks = known.reading.locks.map((lock) => judgeLock(lock, known)).filter((judge) => judge !== null);
  const judges = [...asked, ...locks];
  if (asked.length === 0) judges.push(judgeNothingAsked());
  else
    judges.push(
      ...[judgeDetailKept(known), judgeSkinKept(known), judgeRestKept(known)].filter(
        (judge) => judge !== null,
      ),
    );
  return normalise(nameApart(judges));
}

/** Replaces weights by a person's own (by name) and brings all to a sum of 1 again; all-zero weights are ignored. */
export function reweigh(
  judges: readonly Judge[],
  weights: Readonly<Record<string, number>>,
): readonly Judge[] {
  const own = judges.map((judge) => {
    const weight = Object.hasOwn(weights, judge.name) ? weights[judge.name]! : judge.weight;
    return { ...judge, weight: Number.isFinite(weight) ? Math.max(0, weight) : judge.weight };
  });
  return own.some(({ weight }) => weight > 0) ? normalise(own) : judges;
}

function explicitGoals(known: Case): Judge[] {
  return merge(known.reading.goals.filter(({ words }) => words !== ''))
    .map((goal) => ({
      ...goal,
      weight: EXPLICIT_WEIGHT,
      explicit: true,
      why: `asked: “${goal.words}”${strength(goal.amount)}`,
    }))
    .map((goal) => judgeAsked(goal, known))
    .filter((judge) => judge !== null);
}

function styleJudges(known: Case): Judge[] {
  return known.reading.styles.flatMap((style) => {
    const why = `asked: “${style.words || style.name}”`;
    const weight = EXPLICIT_WEIGHT * Math.min(1, Math.max(0.3, style.weight));
    if (isColorless(style.name)) return judgeMonochrome(weight, why);
    if (style.name === 'neutral color') return judgeNeutral(weight, known);
    const marks = (SIGNATURES[style.name] ?? [])
      .map(
        (mark): Asked => ({
          ...mark,
          amount: mark.amount * Math.min(1.5, style.weight || 1),
          words: '',
          weight,
          explicit: true,
          why,
        }),
      )
      .map((goal) => judgeAsked(goal, known))
      .filter((judge) => judge !== null);
    // A look that names no movement ("auto", "natural") asks for what the frame needs.
    return marks.length === 0 && goalsOf(style.name).length === 0 ? judgeAutomatic(weight, known) : marks;
  });
}

/** Goals that a look or a complaint implies; of looks whose goals the reading does not list, from the style book. */
function impliedGoals(known: Case): Judge[] {
  const { goals, styles } = known.reading;
  const colorless = styles.some(({ name }) => isColorless(name));
  const listed = goals.filter(({ words }) => words === '');
  const implied = merge(listed.length > 0 ? listed : styles.flatMap(({ name }) => goalsOf(name)))
    .filter(
      (goal) =>
        !goals.some(
          (other) => other.words !== '' && other.axis === goal.axis && other.region === goal.region,
        ),
    )
    // "No colour left" has said it, and there is nothing to turn. Warm and cool toning remain.
    .filter(({ axis }) => !colorless || !['saturation', 'vibrance', 'hue'].includes(axis));
  const weight = Math.min(IMPLIED_WEIGHT, IMPLIED_TOTAL / Math.max(1, implied.length));
  const source = styles.map(({ name }) => name).join(', ');
  const why = source === '' ? 'implied by what was said' : `part of the look: ${source}`;
  return implied
    .map((goal) =>
      judgeAsked({ ...goal, weight, explicit: false, why: `${why}${strength(goal.amount)}` }, known),
    )
    .filter((judge) => judge !== null);
}

function goalsOf(style: string): readonly Goal[] {
  return (lookByName(style)?.implies ?? []).map((goal) => ({ ...goal, words: '' }));
}

/** Whether a look takes all colour away (a goal for the least saturation that there is). */
function isColorless(style: string): boolean {
  return goalsOf(style).some(
    ({ axis, direction, amount }) => axis === 'saturation' && direction < 0 && amount >= 2,
  );
}

/** One goal for each axis, part and direction: the strongest, with all its words. */
function merge(goals: readonly Goal[]): Goal[] {
  const merged = new Map<string, Goal>();
  for (const goal of goals) {
    const key = `${goal.axis} ${goal.direction} ${goal.region}`;
    const other = merged.get(key);
    const words =
      other === undefined || other.words === goal.words ? goal.words : `${other.words}, ${goal.words}`;
    merged.set(key, { ...goal, words, amount: Math.max(goal.amount, other?.amount ?? 0) });
  }
  return [...merged.values()];
}

function strength(amount: number): string {
  if (amount < 0.75) return ', a little';
  return amount > 1.4 ? ', strongly' : '';
}

/** Names are keys (of a person's weights): a second one of the same name gets a number. */
function nameApart(judges: readonly Judge[]): Judge[] {
  const seen = new Map<string, number>();
  return judges.map((judge) => {
    const count = (seen.get(judge.name) ?? 0) + 1;
    seen.set(judge.name, count);
    return count === 1 ? judge : { ...judge, name: `${judge.name} (${count})` };
  });
}

function normalise(judges: readonly Judge[]): readonly Judge[] {
  const total = judges.reduce((sum, { weight }) => sum + weight, 0);
  return judges.map((judge) => ({ ...judge, weight: total > 0 ? judge.weight / total : 1 / judges.length }));
}
