import type { NumberParameter } from './parameter.ts';

/** Camera Raw writes reals with at most six decimals. `+ 0` turns −0 into 0. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** The nearest value that the parameter's slider can stand at; not clamped. */
export function roundToStep(parameter: NumberParameter, value: number): number {
  return roundTo(Math.round(value / parameter.step) * parameter.step, 6);
}
