import type { Measures } from './measure.ts';

/** What the edit must not do; each is a one-sided residual in units of its tolerance. */
export interface GuardLimits {
  /** Hue turn of skin in degrees and change of its chroma as a share; null when no skin was found or colour is gone. */
  readonly skin: { readonly degrees: number; readonly chroma: number } | null;
  /** Darkening on purpose may block more than an ordinary edit. */
  readonly blocked: number;
  readonly burnt: number;
  /** L* that the white point may fall: greyer whites look dull. */
  readonly whiteDrop: number;
}

/** How many of the residuals come before those of skin. */
export const TONAL_GUARDS = 4;

/** New clipping, forced colour, dull whites and turned skin, as far as they exceed what is tolerated. */
export function guardResiduals(
  before: Measures,
  after: Measures,
  limits: GuardLimits,
  skinBefore: Measures | undefined,
  skinAfter: Measures | undefined,
): number[] {
  const residuals = [
    over(after.burnt - before.burnt, limits.burnt) / 0.006,
    over(after.blocked - before.blocked, limits.blocked) / 0.008,
    over(after.garish - before.garish, 0.25) / 0.25,
    over(before.white - after.white, limits.whiteDrop) / 1.5,
  ];
  if (limits.skin && skinBefore && skinAfter) {
    residuals.push(over(Math.abs(hueTurn(skinBefore, skinAfter)), limits.skin.degrees) / 1.2);
    const ratio = Math.hypot(skinAfter.a, skinAfter.b) / Math.max(1, Math.hypot(skinBefore.a, skinBefore.b));
    residuals.push(over(Math.abs(Math.log(ratio)), Math.log(1 + limits.skin.chroma)) / 0.05);
  }
  return residuals;
}

/** Degrees of hue between two mean colours, −180…180. */
export function hueTurn(before: Measures, after: Measures): number {
  const degrees = ((Math.atan2(after.b, after.a) - Math.atan2(before.b, before.a)) * 180) / Math.PI;
  return ((degrees + 540) % 360) - 180;
}

function over(value: number, limit: number): number {
  return Math.max(0, value - limit);
}
