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

/** "greens turned 36° toward amber, about 20° asked" · "the shadows 8.7 L* lighter (mean L* 25 → 34), about 5.4 asked". */
export function tellMove(measure: AxisMeasure, view: View, move: Move): string {
  const { moved, text, carried, target, direction } = move;
  const levels = text === '' ? '' : ` (${text})`;
  const along = Math.abs(carried) < 0.05 ? '' : `, ${amountOf(measure, carried)} of it with the whole picture`;
  const opposite = moved * direction < 0 && !isNil(measure, moved) ? `${sayMove(measure, view, direction)} ` : '';
  const asked = opposite === '' ? `about ${amountOf(measure, target)} asked` : `asked: ${amountOf(measure, target)} ${wordOf(measure, view, direction)}`;
  return `${tellChange(measure, view, moved)}${levels}${along}, ${asked}`;
}

/** "the picture 8.7 L* brighter"; "no change of …" when it rounds to nothing. */
export function tellChange(measure: AxisMeasure, view: View, moved: number): string {
  return '';
}
