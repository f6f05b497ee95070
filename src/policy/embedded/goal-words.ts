import { COLOR_NAMES, type ColorName } from '#image/observation.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import type { IntentGoal } from './intent.ts';
import { isColour } from './region.ts';

/** Characters of a lead made of several goals. */
const LONGEST = 42;
const ON: ReadonlySet<GoalRegion> = new Set(['skin', 'face', 'person', 'subject']);

/** "in the sky" · "on the face" · "in the blues"; empty for the whole picture. */
export function placeWords(region: GoalRegion | null): string {
  if (region === null) return '';
  if (ON.has(region)) return ` on the ${region}`;
  return ` in the ${isColour(region) ? `${region}s` : region}`;
}

/** What a goal does, in the fewest words: "warmer" · "more contrast in the sky". */
export function goalWords({ axis, direction, region }: IntentGoal): string {
  const spec = AXIS_SPECS[axis];
  const own = region === axis ? null : region;
  if (axis === 'hue' && own !== null && isColour(own)) return `${own}s towards ${neighbour(own, direction)}`;
  return `${direction > 0 ? spec.more : spec.less}${placeWords(own)}`;
}

/** The first few goals as one title: "brighter and warmer". */
export function goalsWords(goals: readonly IntentGoal[]): string {
  const words = goals
    .filter((goal) => !goals.some((other) => other !== goal && says(other, goal)))
    .map((goal) => goalWords(goal))
    .filter((text, i, all) => all.indexOf(text) === i);
  const three = `${words[0]}, ${words[1]} and ${words[2]}`;
  return words.length > 2 && three.length <= LONGEST ? three : words.slice(0, 2).join(' and ');
}

/** Colours that are livelier have more colour. */
function says(other: IntentGoal, goal: IntentGoal): boolean {
  return (
    goal.axis === 'saturation' &&
    other.axis === 'vibrance' &&
    other.region === goal.region &&
    other.direction === goal.direction
  );
}

/** The family that a positive or negative hue slider turns towards. */
function neighbour(color: ColorName, direction: 1 | -1): ColorName {
  const at = COLOR_NAMES.indexOf(color) + direction + COLOR_NAMES.length;
  return COLOR_NAMES[at % COLOR_NAMES.length]!;
}
