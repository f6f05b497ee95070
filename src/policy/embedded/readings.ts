import { lookByName } from '#looks/looks.ts';
import { withoutParents } from '#looks/parents.ts';
import type { Axis, Reading } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { asPlaced } from './axes/stand-in.ts';
import type { Way } from './axis.ts';
import { goalsWords, goalWords, placeWords } from './goal-words.ts';
import type { IntentGoal } from './intent.ts';
import { isColour, isTonal } from './region.ts';
import type { Scene } from './scene.ts';
import type { Spec } from './spec.ts';
import type { StyleChoice } from './style-prior.ts';

/** The two halves of a look weighed against each other. */
const EMPHASES = [
  { lead: '', tone: 1, colour: 1 },
  { lead: 'mostly in tone', tone: 1.25, colour: 0.55 },
  { lead: 'mostly in colour', tone: 0.6, colour: 1.3 },
] as const;
const COLOURS: readonly Axis[] = ['warmth', 'tint', 'saturation', 'vibrance'];
/** Characters of a lead, so that a comparison fits behind it. */
const LONGEST_LEAD = 42;
/** Last resort when there are no more readings: the same, clearly stronger or gentler. */
const STRENGTHS = [
  { lead: 'further', strength: 1.45 },
  { lead: 'not as far', strength: 0.6 },
] as const;

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
  const styleSets = styleAlternatives(reading);
  const waySets = wayAlternatives(goals, scene);
  // What the frame needs says more than the name of the look that asks for it.
  const needed = goals.some(({ origin }) => origin === 'need');
  const plain: Spec = {
    styles: styleSets[0]!.styles,
    ways: waySets[0]!.ways,
    muted: goals.flatMap(({ origin }, index) => (origin === 'extra' ? [index] : [])),
    strength: 1,
    lead: styleSets[0]!.lead === '' || needed ? plainLead(goals, waySets[0]!.lead) : styleSets[0]!.lead,
  };
  const otherStyles = styleSets.slice(1).map(({ styles, lead }) => ({ ...plain, styles, lead }));
  const otherWays = waySets
    .slice(1)
    .map(({ ways, lead }) => ({ ...plain, ways, lead: needed ? lead : joinLead(styleSets[0]!.lead, lead) }));
  const strengths = STRENGTHS.map(({ lead, strength }) =>
    stronger({ ...plain, lead: withSuffix(plain.lead, lead) }, strength),
  );
  if (needed) {
    return [plain, ...automaticReadings(plain, goals), ...otherWays, ...otherStyles];
  }
  return [plain, ...interleave(otherStyles, otherWays, random), ...strengths];
}

/** Other ways to take "what the frame needs": livelier, tone alone, half the way. */
function automaticReadings(plain: Spec, goals: readonly IntentGoal[]): Spec[] {
  const indices = (test: (goal: IntentGoal) => boolean) =>
    goals.flatMap((goal, index) => (test(goal) ? [index] : []));
  const tone = indices(
    ({ axis, origin }) => origin === 'extra' || (origin === 'need' && COLOURS.includes(axis)),
  );
  return [
    {
      ...plain,
      muted: [],
      lead: joinLead('punchier', goalsWords(goals.filter(({ origin }) => origin === 'extra'))),
    },
    ...(tone.length < goals.length
      ? [{ ...plain, muted: tone, lead: 'tones only, colours left alone' }]
      : []),
    { ...plain, strength: 0.55, lead: 'the same, half as far' },
  ];
}

function styleAlternatives(reading: Reading): { styles: readonly StyleChoice[]; lead: string }[] {
  const looks = withoutParents(reading.styles).flatMap(({ name, weight }) => {
    const look = lookByName(name);
    return look ? [{ look, weight }] : [];
  });
  if (looks.length === 0) return [{ styles: [], lead: '' }];
  // Two looks at once share the picture; laid over each other at full weight they would pile up.
  const share = looks.length > 1 ? 0.65 : 1;
  const choose = (turn: number, tone: number, colour: number): StyleChoice[] =>
    looks.map(({ look, weight }) => ({
      look,
      reading: look.readings[turn % look.readings.length]!,
      weight: weight * share,
      tone,
      colour,
    }));
  const most = Math.max(...looks.map(({ look }) => look.readings.length));
  const titled = (styles: StyleChoice[], lead: string) => ({
    styles,
    lead: withSuffix(lookLead(styles), lead),
  });
  const readings = Array.from({ length: most }, (_, turn) => titled(choose(turn, 1, 1), ''));
  const empty = looks.every(({ look }) => Object.keys(look.readings[0]!.settings).length === 0);
  const emphases = empty
    ? []
    : EMPHASES.slice(1).map(({ lead, tone, colour }) => titled(choose(0, tone, colour), lead));
  return [...readings, ...emphases];
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
    // A cast is taken out with white balance; toning over it would be another look.
    if (goal.origin === 'need' && COLOURS.includes(goal.axis)) return [];
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

/** Styles and goals scaled together. */
function stronger(spec: Spec, strength: number): Spec {
  return { ...spec, strength, styles: spec.styles.map((one) => ({ ...one, weight: one.weight * strength })) };
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

/** Titles of the looks together; of the last named, the most special one, when they are many words. */
function lookLead(styles: readonly StyleChoice[]): string {
  const titles = styles.map(({ reading }) => reading.title);
  const together = titles.join(', ');
  return together.length <= LONGEST_LEAD ? together : titles.at(-1)!;
}

function withSuffix(lead: string, suffix: string): string {
  return suffix === '' || lead === '' ? `${lead}${suffix}` : `${lead}, ${suffix}`;
}

/** Parts in a row while they are short; else the last one, which tells it from its siblings. */
function joinLead(...parts: readonly string[]): string {
  const together = parts.filter((part) => part !== '').join(', ');
  return together.length <= LONGEST_LEAD ? together : parts.at(-1)!;
}
