import type { Steps } from '#image/steps.ts';
import { lookByName } from '#looks/looks.ts';
import { withoutParents } from '#looks/parents.ts';
import type { Axis, Goal } from '#wire/goal.ts';
import { judgeAsked } from './asked.ts';
import { judgeAutomatic, judgeNeutral } from './automatic.ts';
import type { Case } from './case.ts';
import type { Judge } from './judge.ts';
import { judgeLookMarks } from './look-marks.ts';
import { mergeGoals, strength } from './merge-goals.ts';
import { judgeMonochrome } from './monochrome.ts';
import type { Signature } from './signatures.ts';
import { SIGNATURES } from './signatures.ts';

const IMPLIED_WEIGHT = 0.5;

/** A look that says by itself how rich colours are: cool shadows against warm lights cannot be pale as well. */
const SPLIT_TONED = 'teal and orange';

/** What a look implies may weigh this much together: its many small goals must not drown what was said in words. */
const IMPLIED_TOTAL = 1.5;

/** Criteria for what each named look is known by. They weigh as much as words do. */
export function* judgeStyles(known: Case): Steps<readonly Judge[]> {
  const named = withoutParents(known.reading.styles);
  const judges: Judge[] = [];
  for (const [index, style] of named.entries()) {
    const why = `asked: “${style.words || style.name}”`;
    const weight = Math.min(1, Math.max(0.3, style.weight));
    if (isColorless(style.name)) {
      judges.push(...judgeMonochrome(weight, why));
      continue;
    }
    if (style.name === 'neutral color') {
      judges.push(...judgeNeutral(weight, known));
      continue;
    }
    // Of two looks with the same mark ("vintage film"), the stronger one stands for both.
    const others = named.flatMap(({ name }, other) =>
      marksOf(name, known).map((mark) => ({ ...mark, other })),
    );
    const single = marksOf(style.name, known).filter(
      (mark) =>
        !others.some(
          ({ axis, region, amount, other }) =>
            other !== index &&
            axis === mark.axis &&
            region === mark.region &&
            (amount > mark.amount || (amount === mark.amount && other < index)),
        ),
    );
    const goals: Judge[] = [];
    for (const mark of single) {
      const amount = mark.amount * Math.min(1.5, style.weight || 1);
      const judge = judgeAsked({ ...mark, amount, words: '', weight, explicit: true, why }, known);
      if (judge !== null) goals.push(judge);
      yield;
    }
    // A look that names no movement ("auto", "natural") asks for what the frame needs.
    const marks = [...goals, ...judgeLookMarks(style.name, known, weight, why)];
    const names = marksOf(style.name, known).length + goalsOf(style.name).length;
    judges.push(...(marks.length === 0 && names === 0 ? judgeAutomatic(weight, known) : marks));
  }
  return judges;
}

/** Criteria for what a look or a complaint implies; of looks whose goals the reading does not list, from the style book. */
export function* judgeImplied(known: Case): Steps<readonly Judge[]> {
  const { goals, styles } = known.reading;
  const colorless = styles.some(({ name }) => isColorless(name));
  const listed = goals.filter(({ words }) => words === '');
  const said = [
    ...goals.filter(({ words }) => words !== ''),
    ...styles.flatMap(({ name }) => marksOf(name, known)),
  ];
  const implied = mergeGoals(listed.length > 0 ? listed : styles.flatMap(({ name }) => goalsOf(name)))
    .filter((goal) => !said.some((other) => isSame(other, goal)))
    .filter(({ axis }) => axis !== 'saturation' || !styles.some(({ name }) => name === SPLIT_TONED))
    // "No colour left" has said it, and there is nothing to turn. Warm and cool toning remain.
    .filter(({ axis }) => !colorless || !['saturation', 'vibrance', 'hue'].includes(axis));
  const visible = implied.filter((goal) => !isCounterweight(goal, implied));
  const most = Math.min(IMPLIED_WEIGHT, IMPLIED_TOTAL / Math.max(1, visible.length));
  const source = styles.map(({ name }) => name).join(', ');
  const reason = source === '' ? 'implied by what was said' : `part of the look: ${source}`;
  const judges: Judge[] = [];
  for (const goal of visible) {
    const why = `${reason}${strength(goal.amount)}`;
    // Half a goal is a nuance: it weighs a quarter.
    const weight = most * Math.min(1, goal.amount) ** 2;
    const judge = judgeAsked({ ...goal, weight, explicit: false, why }, known);
    if (judge !== null) judges.push(judge);
    yield;
  }
  return judges;
}

/**
 * "Brighter, highlights held": the lights still rise, only less. Such a goal is a way to do the other one, and cannot be
 * seen as a movement of its own.
 */
function isCounterweight({ axis, direction, region }: Goal, goals: readonly Goal[]): boolean {
  return (
    END_OF[axis] !== undefined &&
    goals.some(
      (other) =>
        other.region === region &&
        ((other.axis === 'brightness' && other.direction !== direction) ||
          // More contrast lifts the lights and deepens the darks, less does the opposite.
          (other.axis === 'contrast' && other.direction !== direction * END_OF[axis]!)),
    )
  );
}

/** Whether two goals move the same thing: "shadows" is the brightness of the shadows. */
function isSame(one: Omit<Goal, 'words'>, other: Omit<Goal, 'words'>): boolean {
  const [a, b] = [one, other].map(({ axis, region }) =>
    axis === 'brightness' && (region === 'shadows' || region === 'highlights')
      ? `${region} null`
      : `${axis} ${region}`,
  );
  return a === b;
}

/** Ends of the range: 1 the upper, −1 the lower. */
const END_OF: Readonly<Partial<Record<Axis, 1 | -1>>> = { highlights: 1, whites: 1, shadows: -1, blacks: -1 };

/** A look's marks, without those that the instruction contradicts in words ("autumn, but cooler"). */
function marksOf(style: string, { reading }: Case): readonly Signature[] {
  return (SIGNATURES[style] ?? []).filter(
    (mark) =>
      !reading.goals.some(
        ({ axis, direction, words }) => words !== '' && axis === mark.axis && direction !== mark.direction,
      ),
  );
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
