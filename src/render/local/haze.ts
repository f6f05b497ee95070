import { emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import { clamp } from '../curve.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Base } from './base.ts';
import { guide } from './guide.ts';
import type { Planes } from './planes.ts';

/** Smallest channel, smoothed along edges, as a line over the level; and the colour of the thickest haze. */
export interface Haze {
  readonly veil: Base;
  readonly air: readonly [number, number, number];
}

/** Veil by the dark channel prior (He, Sun & Tang 2009), with a mean in place of the minimum filter. */
export function* measureHaze(planes: Planes, kernels?: Kernels): Steps<Haze> {
  const { level } = planes;
  const rgb = planes.rgb();
  const smallest = smallestChannel(rgb, level);
  const long = Math.max(level.width, level.height);
  const veil = yield* guide(smallest, level, 0.03 * long, 0.5, kernels);
  yield;
  const sorted = smallest.data.slice().sort();
  yield;
  const threshold = sorted[Math.floor(sorted.length * 0.99)]!;
  const air: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (smallest.data[i]! < threshold) continue;
    for (const c of [0, 1, 2] as const) air[c] += rgb[i * 3 + c]!;
    count++;
  }
  for (const c of [0, 1, 2] as const) air[c] /= count;
  const lightest = Math.max(...air, 1e-3);
  // Half its colour, at no less than 0.6 of white: a dark picture has no bright haze.
  const size = clamp(lightest, 0.6, 1);
  return {
    veil,
    air: air.map((value) => size * (0.5 + (0.5 * value) / lightest)) as [number, number, number],
  };
}

function smallestChannel(rgb: Float32Array, { width, height }: Plane): Plane {
  const smallest = emptyPlane(width, height);
  for (let i = 0, p = 0; i < smallest.data.length; i++, p += 3)
    smallest.data[i] = Math.max(0, Math.min(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!));
  return smallest;
}
