import { clamp, monotoneCubic, type ToneFunction } from '../curve.ts';

/** Coded levels at which the tables below are given. */
export const LEVELS = [
  0, 0.015, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98, 1,
];

/** Change of the coded level by slider value. */
export type ToneTable = Readonly<Record<number, readonly number[]>>;

/**
 * The curve at a slider value between the tabulated ones: changes interpolated over the amount, kept monotone.
 * The amount is interpolated by a monotone cubic per level, through zero.
 */
export function toneOfTable(table: ToneTable, amount: number): ToneFunction {
  const amounts = Object.keys(table).map(Number);
  const stops = [...amounts, 0].sort((a, b) => a - b);
  let floor = 0;
  const ys = LEVELS.map((level, i) => {
    const values = stops.map((stop) => (stop === 0 ? 0 : table[stop]![i]!));
    const y = clamp(level + monotoneCubic(stops, values)(amount), floor, 1);
    floor = y;
    return y;
  });
  const curve = monotoneCubic(LEVELS, ys);
  return (x) => (x > 1 ? x - 1 + ys.at(-1)! : x < 0 ? x : curve(x));
}
