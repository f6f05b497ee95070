import type { Frame } from './frame.ts';
import { remember } from './frame.ts';

/** Pixels around which L* hardly changes. `key` names them among those of one picture. */
export interface SmoothPixels {
  readonly key: string;
  readonly pixels: Int32Array;
}

/** Most that L* differs from that of a pixel two further on. */
const CALM = 2.5;

/** Smooth pixels (not at the border) of the whole picture: skies, walls, out-of-focus ground. */
export function smoothAreas(frame: Frame): SmoothPixels {
  return remember(frame, 'smooth areas', () => ({ key: 'all', pixels: findSmooth(frame) }));
}

function findSmooth({ width, height, lightness }: Frame): Int32Array {
  const found = new Int32Array(lightness.length);
  let count = 0;
  for (let y = 2; y < height - 2; y += 1) {
    for (let pixel = y * width + 2, end = pixel + width - 4; pixel < end; pixel += 1) {
      const here = lightness[pixel]!;
      if (
        Math.abs(lightness[pixel - 2]! - here) < CALM &&
        Math.abs(lightness[pixel + 2]! - here) < CALM &&
        Math.abs(lightness[pixel - 2 * width]! - here) < CALM &&
        Math.abs(lightness[pixel + 2 * width]! - here) < CALM
      ) {
        found[count] = pixel;
        count += 1;
      }
    }
  }
  return found.slice(0, count);
}

/** Standard deviation of pixel noise in L* over the given smooth pixels. */
export function noiseOf(frame: Frame, { key, pixels }: SmoothPixels): number {
  return remember(frame, `noise ${key}`, () => (pixels.length === 0 ? 0 : measureNoise(frame, pixels)));
}

/**
 * Mean absolute difference from the four neighbours' mean, brought to σ of a normal distribution (σ = √(π/2)·mean|d|, d
 * having variance 5/4·σ²).
 */
function measureNoise({ width, lightness }: Frame, pixels: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    const around =
      lightness[pixel - 1]! + lightness[pixel + 1]! + lightness[pixel - width]! + lightness[pixel + width]!;
    sum += Math.abs(lightness[pixel]! - around / 4);
  }
  return ((sum / pixels.length) * Math.sqrt(Math.PI / 2)) / Math.sqrt(1.25);
}
