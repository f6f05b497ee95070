import type { Statistics } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { Axis } from '#wire/goal.ts';
import type { Measures } from './measure.ts';

/** What an axis may look at to size a change: the picture it starts from. */
export interface Scenery {
  /** Measures of the frame, or of the region when the goal has one. */
  readonly before: Measures;
  readonly statistics: Statistics;
}

/**
 * A slider that the solver may move, or several that move together.
 * `low` and `high` are the ends (stored values of the first parameter) within which an edit still looks like one.
 */
export interface Knob {
  readonly parameters: readonly { readonly name: string; readonly factor: number }[];
  readonly reach: number;
  readonly low: number;
  readonly high: number;
  /** Set when it may only be turned one way: the axis's own slider follows the words. */
  readonly sign?: 1 | -1;
  /** Holds that it is there to meet; it stays where it is while these are met. */
  readonly mends?: Mend;
}

/** What a look may upset: the level of the tones, the grey of what is neutral, the warmth of the lights, skin. */
export type Mend = 'tone' | 'tint' | 'warmth' | 'skin';

/** One way to bring an axis about: an emphasis that a photographer would choose on purpose. */
export interface Way {
  readonly id: string;
  /** What it does and how, as a title: "shadows opened with the curve". A local one is followed by its place. */
  readonly title: string;
  /** Companions that are set, not solved (hues of a grade). */
  readonly set?: Settings;
  readonly knobs: readonly Knob[];
  /** Global measures that this way would move along and should not. */
  readonly keep?: readonly Keep[];
}

export interface Keep {
  readonly measure: 'middle' | 'a' | 'black' | 'white' | 'chroma' | 'b';
  /** In the unit of the measure. */
  readonly tolerance: number;
  /** Movement that does not count. @default 0 */
  readonly slack?: number;
  /** Measured only where the picture was near grey at the start. */
  readonly part?: 'neutral';
}

interface AxisBase {
  readonly axis: Axis;
  /** What +1 and −1 do, for people: "brighter", "darker". */
  readonly more: string;
  readonly less: string;
  /** `crs:` names that belong to this axis alone; a lock on the axis keeps them. */
  readonly own: readonly string[];
}

/** An axis whose effect is measured in the picture and reached by solving. */
export interface SolvedAxis extends AxisBase {
  readonly kind: 'solved';
  /** Of the number that `read` gives: "L*", "b*". */
  readonly unit: string;
  /** What `read` measures, for people. */
  readonly measure: string;
  read(measures: Measures): number;
  /** The measure that `read` mostly is; a way's wish to keep it gives way to a goal on this axis. */
  readonly follows: keyof Measures;
  /** Signed change of `read` for an ordinary, visible step (amount 1), sized to the photo. */
  step(direction: 1 | -1, scenery: Scenery): number;
  /** Signed change when the words complain ("too dark"): sized by how far off the photo really is. Default: `step`. */
  complaint?(direction: 1 | -1, scenery: Scenery): number;
  /** Signed change when a look implies the axis: towards where pictures of such a look lie. Default: `step`. */
  styled?(direction: 1 | -1, scenery: Scenery): number;
  /** In `unit`: a miss of this much is hardly seen. */
  readonly tolerance: number;
  /** Most usual first. */
  ways(direction: 1 | -1, scenery: Scenery): readonly Way[];
  /** The same inside a mask, with `Local*` names. */
  local(direction: 1 | -1): readonly Way[];
}

/** An axis that small previews cannot measure (grain, sharpness): its sliders are set by the amount asked. */
export interface DirectAxis extends AxisBase {
  readonly kind: 'direct';
  /** Settings for `direction × amount`, −2…2. */
  settings(signed: number, scenery: Scenery): Settings;
  /** `Local*` values for `direction × amount`; absent when it cannot be done locally. */
  localValues?(signed: number): Readonly<Record<string, number>>;
}

export type AxisSpec = SolvedAxis | DirectAxis;

export function knob(name: string, reach: number, low: number, high: number): Knob {
  return { parameters: [{ name, factor: 1 }], reach, low, high };
}

/** Sliders that move together, each by its factor. */
export function linked(
  factors: Readonly<Record<string, number>>,
  reach: number,
  low: number,
  high: number,
): Knob {
  return {
    parameters: Object.entries(factors).map(([name, factor]) => ({ name, factor })),
    reach,
    low,
    high,
  };
}

export function limit(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The one way of an axis that a local correction has a slider for; it has no name but the axis's own. */
export function inMask(one: Knob): readonly Way[] {
  return [{ id: 'mask', title: '', knobs: [one] }];
}
