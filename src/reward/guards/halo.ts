import type { Reading } from '#wire/goal.ts';
import { interpolate } from '../criteria/fit.ts';
import { smoothedLightness, surroundRadius } from '../measure/detail.ts';
import type { Frame } from '../measure/frame.ts';
import { remember, stride } from '../measure/frame.ts';
import type { Pair } from '../measure/pair.ts';
import { smoothAreas } from '../measure/smooth-areas.ts';
import type { GuardCheck } from './guard.ts';

const BINS = 64;

/** Smooth pixels beside a strong edge (8 L* or more from their surroundings): where a halo can be seen. */
function besideEdges(frame: Frame): Int32Array {
  return remember(frame, 'beside edges', () => {
    const wide = smoothedLightness(frame, surroundRadius(frame));
    return smoothAreas(frame).filter((pixel) => Math.abs(frame.lightness[pixel]! - wide[pixel]!) > 8);
  });
}

function binOf(lightness: number): number {
  return Math.max(0, Math.min(BINS - 1, (lightness * (BINS / 100)) | 0));
}

/** A tone in a part of the picture: parts that were asked to change have tone curves of their own. */
type Place = (pixel: number) => number;

function placesOf(pair: Pair, reading: Reading): { readonly count: number; readonly place: Place } {
  const { lightness } = pair.before;
  const parts = [...new Set(reading.goals.map(({ region }) => region))].filter((region) => region !== null);
  const masks = parts
    .map((region) => pair.views.find(region)?.weights ?? null)
    .filter((mask) => mask !== null);
  if (masks.length === 0) return { count: BINS, place: (pixel) => binOf(lightness[pixel]!) };
  const inside = (pixel: number): boolean => masks.some((weights) => weights[pixel]! > 0.5);
  return { count: 2 * BINS, place: (pixel) => binOf(lightness[pixel]!) + (inside(pixel) ? BINS : 0) };
}

/**
 * Mean change of L* of pixels of equal L* away from edges: what a pure tone curve would do, so that curves are no halos.
 * Tones that only occur beside edges take the change of the nearest tone that does not.
 */
function toneChange({ before, after }: Pair, count: number, place: Place): Float64Array {
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  const wide = smoothedLightness(before, surroundRadius(before));
  const step = stride(before);
  for (let pixel = 0; pixel < wide.length; pixel += step) {
    const was = before.lightness[pixel]!;
    if (Math.abs(was - wide[pixel]!) > 3) continue;
    const bin = place(pixel);
    sums[bin]! += after.lightness[pixel]! - was;
    counts[bin]! += 1;
  }
  const filled = Array.from(counts.keys()).filter((bin) => counts[bin]! > 0);
  if (filled.length === 0) return sums;
  return sums.map((_sum, bin) => {
    const nearest = filled.reduce((best, other) =>
      Math.abs(other - bin) < Math.abs(best - bin) ? other : best,
    );
    return sums[nearest]! / counts[nearest]!;
  });
}

/** Edge overshoot: smooth pixels on the light side of an edge gone lighter, on the dark side darker, than their like. */
export const HALO: GuardCheck = {
  name: 'halo',
  limit: 6,
  check: (pair, reading) => {
    const { before, after } = pair;
    const pixels = besideEdges(before);
    if (pixels.length < 30) return null;
    const wide = smoothedLightness(before, surroundRadius(before));
    const { count, place } = placesOf(pair, reading);
    const expected = toneChange(pair, count, place);
    let sum = 0;
    for (let index = 0; index < pixels.length; index += 1) {
      const pixel = pixels[index]!;
      const was = before.lightness[pixel]!;
      const residual = after.lightness[pixel]! - was - expected[place(pixel)]!;
      sum += was > wide[pixel]! ? residual : -residual;
    }
    const overshoot = sum / pixels.length;
    const score = interpolate([0.8, 2, 3.5, 6, 9], [10, 8, 6, 2, 0], overshoot);
    return { score, evidence: `edges overshoot by ${Math.max(0, overshoot).toFixed(2)} L*` };
  },
};
