import type { View } from '../measure/view.ts';
import type { AxisMeasure } from './axis-measure.ts';
import type { Direction } from './fit.ts';

interface Move {
  /** Movement toward "more", in the measure's unit. */
  readonly moved: number;
  /** Levels before and after in words. */
  readonly text: string;
  /** Part of the movement that the whole picture's change of brightness brought along. */
  readonly carried: number;
  /** Size of what was asked, and which way. */
  readonly target: number;
  readonly direction: Direction;
}

/** "the shadows brighter by 8.7 L* (mean L* 25.2 → 33.9), about 5.4 L* asked". */
export function tellMove(measure: AxisMeasure, view: View, move: Move): string {
  const { moved, text, carried, target, direction } = move;
  const along =
    Math.abs(carried) < 0.05 ? '' : `, ${amountOf(measure, carried)} of it with the whole picture`;
  const change = `${tellChange(measure, view, moved, text)}${along}`;
  const asked = `about ${amountOf(measure, target)}`;
  const opposite = isSeen(measure, moved) && moved * direction < 0;
  return opposite
    ? `${change}; asked: ${direction > 0 ? measure.more : measure.less} by ${asked}`
    : `${change}, ${asked} asked`;
}

/** What happened to a part on one axis: "more contrast: 4.7 % (spread of L* 8.1 → 8.5)". */
export function tellChange(measure: AxisMeasure, view: View, moved: number, text: string): string {
  if (measure.phrase === 'sentence') return text;
  const levels = text === '' ? '' : ` (${text})`;
  if (!isSeen(measure, moved)) return `no change${levels}`;
  const words = moved > 0 ? measure.more : measure.less;
  const amount = amountOf(measure, moved);
  if (measure.phrase === 'adjective') return `${view.label} ${words} by ${amount}${levels}`;
  return `${words}${view.weights === null ? '' : ` in ${view.label}`}: ${amount}${levels}`;
}

/** Size without a sign: the words say which way. */
function amountOf({ size, unit }: AxisMeasure, value: number): string {
  const text = Math.abs(value).toFixed(size < 2 ? 2 : 1);
  return unit === '°' ? `${Math.abs(value).toFixed(0)}°` : `${text} ${unit}`;
}

function isSeen({ size }: AxisMeasure, moved: number): boolean {
  return Math.abs(moved) >= (size < 2 ? 0.005 : 0.05);
}
