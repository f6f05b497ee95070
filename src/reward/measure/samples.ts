import type { Frame } from './frame.ts';
import type { View } from './view.ts';

/** The pixels of a part that measures without neighbours look at, and how much each counts (0…1). */
export interface Samples {
  readonly pixels: Int32Array;
  readonly weights: Float32Array;
}

/** By the weights that they were picked from; pictures of one size share their parts. */
const picked = new WeakMap<Float32Array, Samples>();

/** Every `step`-th pixel of a part; null for the whole frame, where all of these count alike. */
export function samplesOf({ step }: Frame, { weights }: View): Samples | null {
  if (weights === null) return null;
  let samples = picked.get(weights);
  if (samples === undefined) {
    samples = pick(weights, step);
    picked.set(weights, samples);
  }
  return samples;
}

function pick(weights: Float32Array, step: number): Samples {
  let count = 0;
  for (let pixel = 0; pixel < weights.length; pixel += step) if (weights[pixel]! > 0) count += 1;
  const samples = { pixels: new Int32Array(count), weights: new Float32Array(count) };
  for (let pixel = 0, at = 0; at < count; pixel += step) {
    const weight = weights[pixel]!;
    if (weight <= 0) continue;
    samples.pixels[at] = pixel;
    samples.weights[at] = weight;
    at += 1;
  }
  return samples;
}
