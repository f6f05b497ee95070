import type { Axis, Goal, GoalRegion, Reading } from '#wire/goal.ts';
import { WHOLE } from '../measure/view.ts';
import { AXIS_MEASURES } from './axes.ts';
import type { AxisMeasure } from './axis-measure.ts';
import type { Case } from './case.ts';
import { fitAsked } from './fit.ts';
import type { Judge } from './judge.ts';
import { tellMove } from './tell-move.ts';

export interface Asked extends Goal {
  readonly weight: number;
  readonly explicit: boolean;
  readonly why: string;
  /** Own name of the criterion ("teal shadows"); else made from axis, direction and region. */
  readonly name?: string;
}

/**
 * From this amount on ("the most") it is hard to do too much; nor do looks say how far their marks go, only words do.
 * What goes beyond one and a half times the target then counts only this part.
 */
const THE_MOST = 1.9;
const LENIENCE = 0.4;
const PLENTY = 1.5;

/** A small wish is not crossed by a movement that is smaller still: this part of an ordinary change is plainly opposite. */
const PLAINLY = 0.6;

/** How far the ends of the range go along when a picture gets brighter as a whole: what is asked of them comes on top. */
const ALONG: Readonly<Partial<Record<Axis, number>>> = {
  highlights: 0.8,
  shadows: 0.8,
  whites: 0.6,
  blacks: 0.4,
};

/** Criterion for one goal: did the part move that way, and as far as asked? Null when the picture offers no way. */
export function judgeAsked(goal: Asked, { before, views, reading }: Case): Judge | null {
  const view = views.find(goal.region);
  if (view === null) return null;
  const measure = AXIS_MEASURES[goal.axis];
  const { direction } = goal;
  const room = measure.room({ before, after: before, views }, view, direction);
  const step = measure.step?.({ before, after: before, views }, view, direction) ?? measure.size;
  if (room < 0.1 * step) return null;
  // Twice as strong a word means somewhat more than twice the movement; never more than the picture has room for, and
  // never less than can be seen.
  const wanted = step * Math.max(0.1, goal.amount) ** 1.2;
  const target = Math.max(0.2 * step, Math.min(wanted, room));
  const along = brightens(reading) && goal.region === null ? (ALONG[goal.axis] ?? 0) : 0;
  return {
    name: goal.name ?? phrase(measure, direction, goal.region),
    why: view.note === undefined ? goal.why : `${goal.why}; ${view.note}`,
    weight: goal.weight,
    explicit: goal.explicit,
    judge: (pair) => {
      const { moved, text } = measure.measure(pair, view);
      const carried = along === 0 ? 0 : along * AXIS_MEASURES.brightness.measure(pair, WHOLE).moved;
      const toward = (moved - carried) * direction;
      let part = toward / (toward < 0 ? Math.max(target, PLAINLY * step) : target);
      if ((goal.amount >= THE_MOST || goal.words === '') && part > PLENTY)
        part = PLENTY + LENIENCE * (part - PLENTY);
      const score = fitAsked(part, 1);
      return {
        score: isHint(goal) ? 2.5 + 0.75 * score : score,
        evidence: tellMove(measure, view, { moved, text, carried, target, direction }),
      };
    },
  };
}

/** Half a goal that only a look implies: its absence is no failure. */
function isHint({ explicit, amount }: Asked): boolean {
  return !explicit && amount < 0.75;
}

function brightens({ goals }: Reading): boolean {
  return goals.some(({ axis, region }) => axis === 'brightness' && region === null);
}

/** "warmer overall", "sky darker", "more contrast in the shadows". */
export function phrase(measure: AxisMeasure, direction: number, region: GoalRegion | null): string {
  const words = direction > 0 ? measure.more : measure.less;
  const noun = measure.phrase === 'noun';
  if (region === null) return noun ? words : `${words} overall`;
  const part = isColor(region) ? `${region}s` : region;
  return noun ? `${words} in the ${part}` : `${part} ${words}`;
}

function isColor(region: GoalRegion): boolean {
  return ['red', 'orange', 'yellow', 'green', 'aqua', 'blue', 'purple', 'magenta'].includes(region);
}
