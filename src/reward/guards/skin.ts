import { interpolate, staySmall } from '../criteria/fit.ts';
import { toDegrees } from '../measure/angle.ts';
import type { ColorChange } from '../measure/color-change.ts';
import { colorChange } from '../measure/color-change.ts';
import type { Pair } from '../measure/pair.ts';
import { smooth } from '../measure/smooth.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import type { GuardCheck } from './guard.ts';

/** CIE hue angles between which skin of any tone photographs believably, degrees; common pictures lie near 55. */
const SKIN_HUES = { from: 30, to: 78 } as const;

/** C* of skin from which on its hue shows a little, and fully. */
const PALE = { from: 3, to: 13 } as const;

export function skinView(pair: Pair): View | null {
  const view = pair.views.find('skin');
  return view === null || view.rough ? null : view;
}

/** How far hue stands outside the believable range, degrees. */
function outside(angle: number): number {
  const signedAngle = angle > 180 ? angle - 360 : angle;
  return Math.max(0, SKIN_HUES.from - signedAngle, signedAngle - SKIN_HUES.to);
}

/**
 * Whether skin stays believable: hue may turn a little, saturation may change by a third, and hue may not leave the range
 * of skin (unless it was outside before). Grey skin (a black and white picture) is believable too.
 */
export function scoreNaturalSkin(pair: Pair, view: View): { score: number; evidence: string } {
  const change = colorChange(pair, view);
  const from = toneOf(pair.before, view);
  const to = toneOf(pair.after, view);
  const was = toDegrees(from.a, from.b);
  const is = toDegrees(to.a, to.b);
  // The paler skin gets (moonlight, faded prints), the less its hue shows.
  const shows = smooth(PALE.from, PALE.to, to.chroma);
  const further = shows * Math.max(0, outside(is) - outside(was));
  const hue = staySmall(shows * change.hue, 5, 24);
  const saturation = change.grey
    ? 10
    : interpolate([0.3, 0.6, 0.75, 1.3, 1.6, 2.2], [3, 8, 10, 10, 6, 0], change.saturation);
  return { score: Math.min(hue, saturation, staySmall(further, 1, 14)), evidence: describe(change, was, is) };
}

export function describe(change: ColorChange, was: number, is: number): string {
  const hue = change.grey ? 'grey now' : `hue angle ${was.toFixed(0)}° → ${is.toFixed(0)}°`;
  return `skin: ΔE00 ${change.deltaE.toFixed(1)}, ${hue}, saturation × ${change.saturation.toFixed(2)}`;
}

export const SKIN: GuardCheck = {
  name: 'skin',
  limit: 5,
  check: (pair) => {
    const view = skinView(pair);
    return view === null ? null : scoreNaturalSkin(pair, view);
  },
};
