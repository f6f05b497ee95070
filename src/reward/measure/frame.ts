import { toLab } from '#image/lab.ts';
import type { LabImage, Raster } from '#image/raster.ts';

/** One picture taken apart for measuring: L* (0…100), a* and b* as planes. Derived measures are kept by name. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly raster: Raster;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** Measures already taken of this frame; see `remember`. */
  readonly memory: Map<string, unknown>;
}

/** `lab` is the same picture, where it is known already. */
export function createFrame(raster: Raster, lab: LabImage = toLab(raster)): Frame {
  const { data, width, height } = lab;
  const size = width * height;
  const lightness = new Float32Array(size);
  const a = new Float32Array(size);
  const b = new Float32Array(size);
  for (let pixel = 0, index = 0; pixel < size; pixel += 1, index += 3) {
    lightness[pixel] = data[index]!;
    a[pixel] = data[index + 1]!;
    b[pixel] = data[index + 2]!;
  }
  return { width, height, raster, lightness, a, b, memory: new Map() };
}

/** Takes a measure once per frame, so that what is known of "before" is shared by all candidates. */
export function remember<T>(frame: Frame, name: string, measure: () => T): T {
  if (!frame.memory.has(name)) frame.memory.set(name, measure());
  return frame.memory.get(name) as T;
}

/** Enough pixels for means, percentiles and shares: their error is then below 0.1 L* where single pixels differ by 20. */
const ENOUGH = 36_000;

/** Step between the pixels that measures without neighbours look at; 1 for small pictures. The same ones every time. */
export function stride(frame: Frame): number {
  const step = Math.max(1, Math.floor(frame.lightness.length / ENOUGH));
  // Rows are mostly of even length: an odd step does not stay in the same columns.
  return step % 2 === 0 ? step - 1 : step;
}
