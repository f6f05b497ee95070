import type { Pair } from '../measure/pair.ts';
import type { View } from '../measure/view.ts';
import type { Direction } from './fit.ts';

/** How one axis of a goal is measured. */
export interface AxisMeasure {
  /** What to call a part moved one way or the other: "brighter", "more contrast". */
  readonly more: string;
  readonly less: string;
  /** `adjective`: "sky darker"; `noun`: "more contrast in the sky"; `sentence`: as an adjective, and `text` says it all. */
  readonly phrase: 'adjective' | 'noun' | 'sentence';
  /** Unit of `size` and of what `measure` says: `L*`, `%`, `°`. */
  readonly unit: string;
  /** How far an ordinary, visible change (amount 1) moves a part of ordinary tone. */
  readonly size: number;
  /** The same for this part, when that depends on its tones; `size` otherwise. */
  step?(pair: Pair, view: View, direction: Direction): number;
  /** How far this part can still be moved that way by a sane edit, in the same unit; 0: not at all. */
  room(pair: Pair, view: View, direction: Direction): number;
  /** Movement toward "more", and the level before and after (or the whole change, see `phrase`) in words. */
  measure(pair: Pair, view: View): { readonly moved: number; readonly text: string };
}

export function arrow(label: string, before: number, after: number, digits = 1): string {
  return `${label} ${fixed(before, digits)} → ${fixed(after, digits)}`;
}

export function signed(value: number, digits = 1): string {
  const text = fixed(value, digits);
  return value > 0 ? `+${text}` : text;
}

/** With a true minus sign; what rounds to nothing has none. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
