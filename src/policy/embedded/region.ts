import { familyOfHue } from '#image/hue-families.ts';
import { COLOR_NAMES, type ColorName, type Observation, type RegionName } from '#image/observation.ts';
import type { LabImage, Plane, Raster } from '#image/raster.ts';
import { GOAL_REGIONS, type GoalRegion } from '#wire/goal.ts';

const { min, max } = Math;

/** Windows on L* for tonal regions: weight rises and falls over 20 L*. */
const TONES: Readonly<Record<'shadows' | 'midtones' | 'highlights', (L: number) => number>> = {
  shadows: (L) => ramp(45, 20, L),
  midtones: (L) => min(ramp(20, 40, L), ramp(85, 65, L)),
  highlights: (L) => ramp(60, 82, L),
};

export type TonalRegion = keyof typeof TONES;

export function isGoalRegion(what: string): what is GoalRegion {
  return (GOAL_REGIONS as readonly string[]).includes(what);
}
export function isTonal(region: GoalRegion): region is TonalRegion {
  return region in TONES;
}
export function isColour(region: GoalRegion): region is ColorName {
  return (COLOR_NAMES as readonly string[]).includes(region);
}

/**
 * Weight 0…1 per pixel of a small rendering of the starting picture, or undefined when the photo has no such part
 * (less than half a percent of the frame).
 */
export function regionWeights(
  region: GoalRegion | 'neutral',
  observation: Observation,
  raster: Raster,
  lab: LabImage,
): Float32Array | undefined {
  const weights =
    region === 'neutral'
      ? fromGrey(lab)
      : isTonal(region)
        ? fromLightness(TONES[region], lab)
        : isColour(region)
          ? fromHue(COLOR_NAMES.indexOf(region), lab)
          : fromMask(region, observation, raster);
  if (!weights) return undefined;
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
  return mean < 0.005 ? undefined : weights;
}

/** What is near grey, whatever the reason; dull foliage is not: its green is its own. */
function fromGrey(lab: LabImage): Float32Array {
  return Float32Array.from({ length: lab.width * lab.height }, (_, i) => {
    const a = lab.data[3 * i + 1] ?? 0;
    const b = lab.data[3 * i + 2] ?? 0;
    return ramp(18, 8, Math.hypot(a, b)) * (b > 2 ? ramp(-5, -2, a) : 1);
  });
}

function fromLightness(window: (L: number) => number, lab: LabImage): Float32Array {
  return Float32Array.from({ length: lab.width * lab.height }, (_, i) => window(lab.data[3 * i] ?? 0));
}

function fromHue(family: number, lab: LabImage): Float32Array {
  return Float32Array.from({ length: lab.width * lab.height }, (_, i) => {
    const a = lab.data[3 * i + 1] ?? 0;
    const b = lab.data[3 * i + 2] ?? 0;
    return familyOfHue(a, b) === family ? ramp(5, 12, Math.hypot(a, b)) : 0;
  });
}

function fromMask(name: RegionName, observation: Observation, raster: Raster): Float32Array | undefined {
  const region = observation.regions.find((one) => one.name === name);
  return region ? shrinkPlane(region.mask, raster.width, raster.height) : undefined;
}

/** Box average of a plane to a smaller size. */
export function shrinkPlane(plane: Plane, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * plane.height) / height);
    const bottom = max(top + 1, Math.floor(((y + 1) * plane.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * plane.width) / width);
      const right = max(left + 1, Math.floor(((x + 1) * plane.width) / width));
      let sum = 0;
      for (let v = top; v < bottom; v++)
        for (let u = left; u < right; u++) sum += plane.data[v * plane.width + u] ?? 0;
      out[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return out;
}

/** 0 at `from`, 1 at `to`, smooth between; either may be the larger. */
export function ramp(from: number, to: number, value: number): number {
  const t = min(1, max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
