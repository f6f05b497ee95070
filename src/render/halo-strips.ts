import { BLOCK } from './detail/color-noise.ts';
import { measureStep } from './local/measurement.ts';

/** Strips that need rows around them are large, or those would cost as much again. */
const PIXELS = 3 << 19;

/**
 * Rows of a strip whose detail depends on `halo` rows around it: whole blocks of the detail filters, of a measurement
 * and of a JPEG, so that a picture can be divided at its strips.
 */
export function haloStripRows(
  size: { readonly width: number; readonly height: number },
  halo: number,
): number {
  const unit = leastCommonMultiple(leastCommonMultiple(BLOCK, 16), measureStep(size));
  return unit * Math.ceil(Math.max(2 * halo, PIXELS / size.width) / unit);
}

function leastCommonMultiple(a: number, b: number): number {
  return (a * b) / greatestCommonDivisor(a, b);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
