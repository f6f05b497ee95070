import { deltaE2000 } from '#color/delta-e-2000.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Observation, RegionName } from '#image/observation.ts';
import type { LabImage } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import type { Renderer } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';

/** Long edge of the pictures that are compared, px. */
const EDGE = 96;
/** An edit can be seen from this mean ΔE00 on, or when some part of the frame, as a share of it, changed by more. */
const SEEN = { mean: 0.35, part: 0.005, within: 1.5 } as const;
/** Two edits closer than this, mean ΔE00, look alike side by side; those of a small edit may be closer. */
const ALIKE = { most: 1, least: 0.12, share: 0.2 } as const;
/** Mean ΔE00 inside a region that must stay, above which it did not. */
const MOVED = 2;

/** Settings compared by what they make of a photo. */
export interface Comparison {
  /** Whether a person would see a difference from the start. */
  isVisible(settings: Settings): boolean;
  /** Whether two edits would look the same side by side. */
  isAlike(one: Settings, other: Settings): boolean;
  /** Whether a region that was found in the photo changed visibly. */
  moves(region: RegionName, settings: Settings): boolean;
}

/** Renders a small picture for each of the settings, once. `base` is where the edits start. */
export function openComparison(renderer: Renderer, observation: Observation, base: Settings): Comparison {
  const { preview, photo } = observation;
  const source = renderer.open(fitWithin(preview, EDGE), { source: photo.source });
  const known = new Map<string, LabImage>();
  function labOf(settings: Settings): LabImage {
    // Grain is chance: it would make everything differ, and costs most.
    const { GrainAmount: _grain, ...rest } = settings;
    const key = JSON.stringify(rest);
    const lab = known.get(key) ?? toLab(renderer.render(source, rest as Settings));
    known.set(key, lab);
    return lab;
  }
  const change = (settings: Settings, enough: number) => meanDeltaE2000(labOf(settings), labOf(base), enough);
  return {
    isVisible: (settings) =>
      settings['GrainAmount'] !== base['GrainAmount'] ||
      change(settings, SEEN.mean) >= SEEN.mean ||
      changedShare(labOf(settings), labOf(base)) >= SEEN.part,
    isAlike(one, other) {
      if (one['GrainAmount'] !== other['GrainAmount']) return false;
      const size = change(one, ALIKE.most / ALIKE.share);
      const alike = Math.min(ALIKE.most, Math.max(ALIKE.least, ALIKE.share * size));
      return meanDeltaE2000(labOf(one), labOf(other), alike) < alike;
    },
    moves(region, settings) {
      const found = observation.regions.find(({ name }) => name === region);
      return found !== undefined && differenceWithin(found.mask, labOf(settings), labOf(base)) > MOVED;
    },
  };
}

/** Share of the pixels that changed by more than can be overlooked. */
function changedShare({ data: one }: LabImage, { data: other }: LabImage): number {
  let changed = 0;
  for (let i = 0; i < one.length; i += 3) {
    const difference = deltaE2000(one[i]!, one[i + 1]!, one[i + 2]!, other[i]!, other[i + 1]!, other[i + 2]!);
    if (difference >= SEEN.within) changed++;
  }
  return changed / (one.length / 3);
}

/** Mean ΔE00 where a mask of another size is mostly on. */
function differenceWithin(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Float32Array },
  one: LabImage,
  other: LabImage,
): number {
  const inside: number[] = [];
  for (let y = 0; y < one.height; y++) {
    const row = Math.floor(((y + 0.5) * height) / one.height) * width;
    for (let x = 0; x < one.width; x++) {
      const i = row + Math.floor(((x + 0.5) * width) / one.width);
      if ((data[i] ?? 0) > 0.5) inside.push(y * one.width + x);
    }
  }
  return meanDeltaE2000(gather(one, inside), gather(other, inside));
}

function gather({ data }: LabImage, pixels: readonly number[]): LabImage {
  const picked = new Float32Array(3 * pixels.length);
  pixels.forEach((pixel, i) => {
    picked.set(data.subarray(3 * pixel, 3 * pixel + 3), 3 * i);
  });
  return { width: pixels.length, height: 1, data: picked };
}
