import { LOOKS } from '#looks/looks.ts';
import { AXES, GOAL_REGIONS } from '#wire/goal.ts';
import { AXIS_SPECS } from '../../embedded/axes/axes.ts';

/** One line for each axis: what more and less of it do. */
export function axisLines(): string {
  return AXES.map(
    (axis) => `- ${axis}: more = ${AXIS_SPECS[axis].more}, less = ${AXIS_SPECS[axis].less}`,
  ).join('\n');
}

/** Names of the style book; a look brings its own colours and tones. */
export function lookNames(): readonly string[] {
  return LOOKS.map(({ name }) => name);
}

/** Regions of goals; `whole` stands for the whole picture, since `null` is awkward in a schema. */
export function regionNames(): readonly string[] {
  return ['whole', ...GOAL_REGIONS];
}
