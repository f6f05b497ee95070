import { type LabPlanes, toLabPlanes } from '#image/lab.ts';
import type { LabImage, Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';

/** One picture taken apart for measuring: L* (0…100), a* and b* as planes. Derived measures are kept by name. */
export interface Frame extends LabPlanes {
  readonly width: number;
  readonly height: number;
  readonly raster: Raster;
  /**
   * Step between the pixels (in reading order, from the first) that measures without neighbours look at. A candidate's a*
   * and b* are known there only.
   */
  readonly step: number;
  /** Measures already taken of this frame; see `remember`. */
  readonly memory: Map<string, unknown>;
}

/** A picture to choose parts of: all planes whole. `lab` is the same picture, where it is known already. In pieces. */
export function* createFrame(raster: Raster, lab?: LabImage): Steps<Frame> {
  return frameOf(raster, lab ? split(lab) : yield* toLabPlanes(raster, 1));
}

/** A picture to be measured only: a* and b* at every `step`-th pixel. In pieces. */
export function* createCandidateFrame(raster: Raster): Steps<Frame> {
  return frameOf(raster, yield* toLabPlanes(raster, stepOf(raster)));
}

function frameOf(raster: Raster, { lightness, a, b }: LabPlanes): Frame {
  const { width, height } = raster;
  return { width, height, raster, lightness, a, b, step: stepOf(raster), memory: new Map() };
}

function split({ data, width, height }: LabImage): LabPlanes {
  const size = width * height;
  const lightness = new Float32Array(size);
  const a = new Float32Array(size);
  const b = new Float32Array(size);
  for (let pixel = 0, index = 0; pixel < size; pixel += 1, index += 3) {
    lightness[pixel] = data[index]!;
    a[pixel] = data[index + 1]!;
    b[pixel] = data[index + 2]!;
  }
  return { lightness, a, b };
}

/** Takes a measure once per frame, so that what is known of "before" is shared by all candidates. */
export function remember<T>(frame: Frame, name: string, measure: () => T): T {
  if (!frame.memory.has(name)) frame.memory.set(name, measure());
  return frame.memory.get(name) as T;
}

/** The same for what is measured in pieces. */
export function* rememberSteps<T>(frame: Frame, name: string, measure: () => Steps<T>): Steps<T> {
  if (!frame.memory.has(name)) frame.memory.set(name, yield* measure());
  return frame.memory.get(name) as T;
}

/** Enough pixels for means, percentiles and shares: their error is then below 0.1 L* where single pixels differ by 20. */
const ENOUGH = 36_000;

/** 1 for small pictures. The same for all pictures of a size. */
function stepOf({ width, height }: Raster): number {
  const step = Math.max(1, Math.floor((width * height) / ENOUGH));
  // Rows are mostly of even length: an odd step does not stay in the same columns.
  return step % 2 === 0 ? step - 1 : step;
}
