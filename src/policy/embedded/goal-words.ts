import type { GoalRegion } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import type { IntentGoal } from './intent.ts';
import { isColour } from './region.ts';

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
  if (axis === 'hue' && own !== null && isColour(own)) return `${own}s turned in hue`;
  return `${direction > 0 ? spec.more : spec.less}${placeWords(own)}`;
}

/** The first few goals as one title: "brighter and warmer". */
export function goalsWords(goals: readonly IntentGoal[]): string {
  const words = goals.map((goal) => goalWords(goal)).filter((text, i, all) => all.indexOf(text) === i);
  return words.length <= 2 ? words.join(' and ') : `${words[0]}, ${words[1]} and more`;
}
