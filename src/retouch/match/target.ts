import { deltaE2000 } from '#color/delta-e-2000.ts';
import type { LabImage } from '#image/raster.ts';

/** The wanted picture at the pixels that tell something. */
export interface Target {
  /** Their places in the small frame. */
  readonly pixels: Int32Array;
  /** L*, a*, b* of each. */
  readonly lab: Float32Array;
  /** 0…1 of each. */
  readonly trust: Float32Array;
}

/** Pixels below this trust are left out: together they would only cost time. */
const LEAST = 0.05;

export function targetOf(after: LabImage, trust: Float32Array): Target {
  const pixels = Int32Array.from(Array.from(trust.keys()).filter((pixel) => trust[pixel]! > LEAST));
  const lab = new Float32Array(pixels.length * 3);
  pixels.forEach((pixel, at) => {
    lab.set(after.data.subarray(3 * pixel, 3 * pixel + 3), 3 * at);
  });
  return { pixels, lab, trust: Float32Array.from(pixels, (pixel) => trust[pixel]!) };
}

/** Pixels that are enough to fit some fifty numbers to: more cost time and tell the same. */
const ENOUGH = 5000;

/** The target at evenly spread pixels, where it has more than enough. */
export function thinned({ pixels, lab, trust }: Target): Target {
  const step = Math.ceil(pixels.length / ENOUGH);
  if (step <= 1) return { pixels, lab, trust };
  const at = Array.from({ length: Math.ceil(pixels.length / step) }, (_, i) => i * step);
  return {
    pixels: Int32Array.from(at, (i) => pixels[i]!),
    lab: Float32Array.from(at.flatMap((i) => [lab[3 * i]!, lab[3 * i + 1]!, lab[3 * i + 2]!])),
    trust: Float32Array.from(at, (i) => trust[i]!),
  };
}

/**
 * Differences of a rendering to the target, three per pixel, of about the size of ΔE00: chroma counts less where there is
 * much of it (CIE 94's weight, by the target's chroma so that the scale stands still).
 */
export function differencesTo({ pixels, lab }: Target, { data }: LabImage): Float32Array {
  const out = new Float32Array(lab.length);
  for (let at = 0, k = 0; at < pixels.length; at++, k += 3) {
    const from = 3 * pixels[at]!;
    const [a, b] = [lab[k + 1]!, lab[k + 2]!];
    const weight = 1 / (1 + 0.045 * Math.sqrt(a * a + b * b));
    out[k] = data[from]! - lab[k]!;
    out[k + 1] = (data[from + 1]! - a) * weight;
    out[k + 2] = (data[from + 2]! - b) * weight;
  }
  return out;
}

/** ΔE00 over the pixels that are surely of the same thing. */
export interface Distance {
  readonly mean: number;
  /** 95th percentile. */
  readonly p95: number;
}

/** CIEDE2000 of every pixel of the target. */
export function deltasTo({ pixels, lab }: Target, { data }: LabImage): Float32Array {
  return Float32Array.from(pixels, (pixel, at) => {
    const [i, k] = [3 * pixel, 3 * at];
    return deltaE2000(data[i]!, data[i + 1]!, data[i + 2]!, lab[k]!, lab[k + 1]!, lab[k + 2]!);
  });
}

/** @param select which of the target's pixels count; by default those that are trusted by more than a half */
export function distanceOf(
  deltas: Float32Array,
  { trust }: Target,
  select: (at: number) => boolean = (at) => trust[at]! > 0.5,
): Distance | null {
  const chosen = deltas.filter((_, at) => select(at)).sort();
  if (chosen.length === 0) return null;
  const sum = chosen.reduce((total, value) => total + value, 0);
  return {
    mean: round(sum / chosen.length),
    p95: round(chosen[Math.min(chosen.length - 1, Math.floor(0.95 * chosen.length))]!),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
