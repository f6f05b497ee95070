import type { Goal, GoalRegion } from '#wire/goal.ts';
import { AXIS_MEASURES } from './axes.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { signed } from './axis-measure.ts';
import type { Case } from './case.ts';
import { fitAsked } from './fit.ts';
import type { Judge } from './judge.ts';

export interface Asked extends Goal {
  readonly weight: number;
  readonly explicit: boolean;
  readonly why: string;
  /** Own name of the criterion ("teal shadows"); else made from axis, direction and region. */
  readonly name?: string;
}

/**
 * From this amount on ("the most") it is hard to do too much; nor do looks say how far their marks go, only words do.
 * What goes beyond the target then counts only this part.
 */
const THE_MOST = 1.9;
const LENIENCE = 0.4;

/** Criterion for one goal: did the part move that way, and as far as asked? Null when the picture offers no way. */
export function judgeAsked(goal: Asked, { before, views }: Case): Judge | null {
  const view = views.find(goal.region);
  if (view === null) return null;
  const measure = AXIS_MEASURES[goal.axis];
  const room = measure.room({ before, after: before, views }, view, goal.direction);
  const step = measure.step?.({ before, after: before, views }, view, goal.direction) ?? measure.size;
  if (room < 0.1 * step) return null;
  // Twice as strong a word means somewhat more than twice the movement; never more than the picture has room for, and
  // never less than can be seen.
  const wanted = step * Math.max(0.1, goal.amount) ** 1.2;
  const target = Math.max(0.2 * step, Math.min(wanted, room));
  const direction = goal.direction;
  return {
    name: goal.name ?? phrase(measure, direction, goal.region),
    why: view.note === undefined ? goal.why : `${goal.why}; ${view.note}`,
    weight: goal.weight,
    explicit: goal.explicit,
    judge: (pair) => {
      const { moved, text } = measure.measure(pair, view);
      let part = (moved * direction) / target;
      if ((goal.amount >= THE_MOST || goal.words === '') && part > 1.2) part = 1.2 + LENIENCE * (part - 1.2);
      const digits = measure.size < 2 ? 2 : 1;
      const asked = signed(target * direction, digits);
      return {
        score: fitAsked(part, 1),
        evidence: `${text}: ${signed(moved, digits)} ${measure.unit}, about ${asked} asked`,
      };
    },
  };
}

/** "warmer overall", "sky darker", "more contrast in the shadows". */
export function phrase(measure: AxisMeasure, direction: number, region: GoalRegion | null): string {
  const words = direction > 0 ? measure.more : measure.less;
  if (region === null) return measure.phrase === 'adjective' ? `${words} overall` : words;
  const part = isColor(region) ? `${region}s` : region;
  return measure.phrase === 'adjective' ? `${part} ${words}` : `${words} in the ${part}`;
}

function isColor(region: GoalRegion): boolean {
  return ['red', 'orange', 'yellow', 'green', 'aqua', 'blue', 'purple', 'magenta'].includes(region);
}
