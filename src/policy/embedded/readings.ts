import type { Reading } from '#wire/goal.ts';
import { automaticReadings, COLOUR_AXES } from './automatic-readings.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { asPlaced } from './axes/stand-in.ts';
import type { Way } from './axis.ts';
import { goalsWords, goalWords, placeWords } from './goal-words.ts';
import type { IntentGoal } from './intent.ts';
import { joinLead } from './leads.ts';
import { isColour, isTonal } from './region.ts';
import type { Scene } from './scene.ts';
import type { Spec } from './spec.ts';
import { FURTHER, GENTLER, scaleSpec } from './strengths.ts';
import { styleAlternatives } from './style-alternatives.ts';

/**
 * Ways to understand an instruction, the most usual first. Alternatives differ in what is done (another reading of
 * the look, another tool for a goal), not in random amounts. `random` only decides which equally good alternative
 * comes earlier.
 */
export function enumerateSpecs(
  reading: Reading,
  asked: readonly IntentGoal[],
  scene: Scene,
  random: () => number,
): Spec[] {
  const goals = asked.map((goal) => asPlaced(goal, scene));
  const { usual: styleSets, spare } = styleAlternatives(reading);
  const waySets = wayAlternatives(goals, scene);
  // What the frame needs says more than the name of the look that asks for it.
  const needed = goals.some(({ origin }) => origin === 'need');
  const plain: Spec = {
    styles: styleSets[0]!.styles,
    ways: waySets[0]!.ways,
    muted: goals.flatMap(({ origin }, index) => (origin === 'extra' ? [index] : [])),
    strength: 1,
    liveliness: 1,
    lead: styleSets[0]!.lead === '' || needed ? plainLead(goals, waySets[0]!.lead) : styleSets[0]!.lead,
  };
  const otherStyles = styleSets.slice(1).map(({ styles, lead }) => ({ ...plain, styles, lead }));
  const otherWays = waySets
    .slice(1)
    .map(({ ways, lead }) => ({ ...plain, ways, lead: needed ? lead : joinLead(styleSets[0]!.lead, lead) }));
  if (needed) {
    // Other tools for the same needs mostly end at the same picture.
    return [plain, ...automaticReadings(plain, goals), ...otherWays, ...otherStyles];
  }
  // Last resorts, when there are no more readings.
  const strengths = [scaleSpec(plain, FURTHER), scaleSpec(plain, GENTLER)];
  const spareStyles = spare.map(({ styles, lead }) => ({ ...plain, styles, lead }));
  return [plain, ...interleave(otherStyles, otherWays, random), ...strengths, ...spareStyles];
}

function wayAlternatives(
  goals: readonly IntentGoal[],
  scene: Scene,
): { ways: readonly number[]; lead: string }[] {
  const scenery = { before: scene.before.measures, statistics: scene.observation.statistics };
  const usual = goals.map(() => 0);
  const options = goals.map((goal) => {
    const spec = AXIS_SPECS[goal.axis];
    if (spec.kind !== 'solved' || goal.origin === 'style') return [];
    // What only a livelier reading adds has one way.
    if (goal.origin === 'extra') return [];
    // A cast is taken out with white balance; toning over it would be another look.
    if (goal.origin === 'need' && COLOUR_AXES.includes(goal.axis)) return [];
    if (goal.region === null || goal.region === goal.axis) return spec.ways(goal.direction, scenery);
    return isColour(goal.region) || isTonal(goal.region) ? [] : spec.local(goal.direction);
  });
  const deepest = Math.max(1, ...options.map((ways) => ways.length));
  const first = goals.find(({ origin }) => origin === 'need');
  const leadOf = (index: number, way: Way) => {
    const goal = goals[index]!;
    // Another way to meet a lesser need is still led by the greatest one.
    const greater = first && goal !== first && goal.origin === 'need' ? goalWords(first) : '';
    return joinLead(greater, wayLead(goal, way));
  };
  const sets = [
    { ways: usual, lead: options.length === 1 && options[0]?.[0] ? leadOf(0, options[0][0]) : '' },
  ];
  for (let turn = 1; turn < deepest; turn++) {
    options.forEach((ways, goal) => {
      const way = ways[turn];
      if (way)
        sets.push({ ways: usual.map((index, i) => (i === goal ? turn : index)), lead: leadOf(goal, way) });
    });
  }
  return sets;
}

/** Two lists merged by turns; which list starts is left to `random`. */
function interleave<T>(one: readonly T[], other: readonly T[], random: () => number): T[] {
  const [first, second] = random() < 0.5 && other.length > 1 ? [other, one] : [one, other];
  const merged: T[] = [];
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    merged.push(...first.slice(i, i + 1), ...second.slice(i, i + 1));
  }
  return merged;
}

/** Words of one way, with its place where it has one. */
function wayLead(goal: IntentGoal, { title }: Way): string {
  if (title === '') return goalWords(goal);
  return goal.region === null || goal.region === goal.axis ? title : `${title}${placeWords(goal.region)}`;
}

/** What is asked, or what the frame needs, in a few words. */
function plainLead(goals: readonly IntentGoal[], way: string): string {
  if (way !== '') return way;
  const asked = goals.filter(({ origin }) => origin === 'asked');
  const needs = goals
    .filter(({ origin }) => origin === 'need')
    .sort((one, other) => other.amount - one.amount);
  return goalsWords([...asked, ...needs]);
}
