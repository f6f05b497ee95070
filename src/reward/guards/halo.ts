import { runNow, type Steps } from '#image/steps.ts';
import type { Reading } from '#wire/goal.ts';
import { interpolate } from '../criteria/fit.ts';
import { smoothedLightness, surroundRadius } from '../measure/detail.ts';
import type { Frame } from '../measure/frame.ts';
import { rememberSteps } from '../measure/frame.ts';
import type { Pair } from '../measure/pair.ts';
import { smoothAreas } from '../measure/smooth-areas.ts';
import type { GuardCheck } from './guard.ts';

const BINS = 64;

/** Smooth pixels this far from their surroundings lie beside a strong edge, where a halo can be seen, L*. */
const STRONG = 8;
/** Pixels this near to their surroundings lie away from edges, L*. */
const PLAIN = 3;

/** Pixels of the picture before the edit with their tone, by the bin of `tones`. */
interface Toned {
  readonly pixels: Int32Array;
  readonly tones: Uint8Array;
}

/** All that an edit is held against; it depends on the picture before and on the parts that were asked for. */
interface Edges {
  readonly beside: Toned;
  /** 1 where a pixel is on the light side of its edge, −1 on the dark side. */
  readonly sides: Int8Array;
  readonly plain: Toned;
  /** For each tone, the nearest one that occurs away from edges; itself when none does. */
  readonly likest: Uint8Array;
}

function* edgesOf({ before, views }: Pair, reading: Reading): Steps<Edges> {
  const regions = [...new Set(reading.goals.map(({ region }) => region))].filter((region) => region !== null);
  return yield* rememberSteps(before, `edges ${regions}`, function* () {
    const { lightness, step } = before;
    // Parts that were asked to change have tone curves of their own.
    const masks = regions
      .map((region) => views.find(region)?.weights ?? null)
      .filter((mask) => mask !== null);
    const toned = (pixels: Int32Array): Toned => ({ pixels, tones: tonesOf(lightness, masks, pixels) });
    const wide = smoothedLightness(before, surroundRadius(before));
    yield;
    const away = (pixel: number): number => lightness[pixel]! - wide[pixel]!;
    const smooth = smoothAreas(before).pixels;
    yield;
    const strong = new Int32Array(smooth.length);
    let count = 0;
    for (let index = 0; index < smooth.length; index += 1)
      if (Math.abs(away(smooth[index]!)) > STRONG) strong[count++] = smooth[index]!;
    const beside = toned(strong.slice(0, count));
    const sides = new Int8Array(count);
    for (let index = 0; index < count; index += 1) sides[index] = away(strong[index]!) > 0 ? 1 : -1;
    yield;
    const even = new Int32Array(Math.ceil(lightness.length / step));
    count = 0;
    for (let pixel = 0; pixel < lightness.length; pixel += step)
      if (Math.abs(away(pixel)) <= PLAIN) even[count++] = pixel;
    const plain = toned(even.slice(0, count));
    yield;
    return { beside, sides, plain, likest: likestTones(plain.tones, masks.length === 0 ? BINS : 2 * BINS) };
  });
}

/** Bins of L*, those of parts that were asked to change apart. */
function tonesOf(lightness: Float32Array, masks: readonly Float32Array[], pixels: Int32Array): Uint8Array {
  const tones = new Uint8Array(pixels.length);
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    tones[index] = Math.max(0, Math.min(BINS - 1, (lightness[pixel]! * (BINS / 100)) | 0));
  }
  for (const weights of masks)
    for (let index = 0; index < pixels.length; index += 1)
      if (weights[pixels[index]!]! > 0.5 && tones[index]! < BINS) tones[index]! += BINS;
  return tones;
}

function likestTones(tones: Uint8Array, count: number): Uint8Array {
  const present = new Uint8Array(count);
  for (let index = 0; index < tones.length; index += 1) present[tones[index]!] = 1;
  const filled = Array.from(present.keys()).filter((bin) => present[bin] === 1);
  return Uint8Array.from({ length: count }, (_, bin) =>
    filled.reduce(
      (best, other) => (Math.abs(other - bin) < Math.abs(best - bin) ? other : best),
      filled[0] ?? bin,
    ),
  );
}

/**
 * Mean change of L* of pixels of equal L* away from edges: what a pure tone curve would do, so that curves are no halos.
 * Tones that only occur beside edges take the change of the nearest tone that does not.
 */
function toneChange(before: Frame, after: Frame, { plain, likest }: Edges): Float64Array {
  const { pixels, tones } = plain;
  const sums = new Float64Array(2 * BINS);
  const counts = new Float64Array(2 * BINS);
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    const tone = tones[index]!;
    sums[tone]! += after.lightness[pixel]! - before.lightness[pixel]!;
    counts[tone]! += 1;
  }
  return Float64Array.from(likest, (tone) => sums[tone]! / Math.max(1, counts[tone]!));
}

/** Mean L* by which smooth pixels on the light side of an edge went lighter, on the dark side darker, than their like. */
function overshootOf(before: Frame, after: Frame, edges: Edges): number {
  const { pixels, tones } = edges.beside;
  const expected = toneChange(before, after, edges);
  let sum = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    const change = after.lightness[pixel]! - before.lightness[pixel]!;
    sum += edges.sides[index]! * (change - expected[tones[index]!]!);
  }
  return sum / pixels.length;
}

export const HALO: GuardCheck = {
  name: 'halo',
  limit: 6,
  *prepare(pair, reading) {
    yield* edgesOf(pair, reading);
  },
  check: (pair, reading) => {
    const edges = runNow(edgesOf(pair, reading));
    if (edges.beside.pixels.length < 30) return null;
    const overshoot = overshootOf(pair.before, pair.after, edges);
    const score = interpolate([0.8, 2, 3.5, 6, 9], [10, 8, 6, 2, 0], overshoot);
    return { score, evidence: `edges overshoot by ${Math.max(0, overshoot).toFixed(2)} L*` };
  },
};
