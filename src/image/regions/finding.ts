/** What a finder returns: weights 0…1 per cell of the scene, and how sure it is, 0…1. */
export interface Finding {
  readonly mask: Float32Array;
  readonly confidence: number;
}

/** Share of the frame. */
export function areaOf(mask: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < mask.length; i++) sum += mask[i]!;
  return sum / Math.max(1, mask.length);
}

/** Mean of `values` weighted by `mask`; `fallback` where the mask is empty. */
export function meanOver(values: Float32Array, mask: Float32Array, fallback = 0): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < mask.length; i++) {
    sum += values[i]! * mask[i]!;
    weight += mask[i]!;
  }
  return weight > 0 ? sum / weight : fallback;
}
