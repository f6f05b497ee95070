import type { Frame } from './frame.ts';
import { remember } from './frame.ts';

/** Pixels (not at the border) around which L* hardly changes: skies, walls, out-of-focus ground. */
export function smoothAreas(frame: Frame): Int32Array {
  return remember(frame, 'smooth areas', () => {
    const { width, height, lightness } = frame;
    const found: number[] = [];
    for (let y = 2; y < height - 2; y += 1) {
      for (let x = 2; x < width - 2; x += 1) {
        const pixel = y * width + x;
        const here = lightness[pixel]!;
        if (
          Math.abs(lightness[pixel - 2]! - here) < 2.5 &&
          Math.abs(lightness[pixel + 2]! - here) < 2.5 &&
          Math.abs(lightness[pixel - 2 * width]! - here) < 2.5 &&
          Math.abs(lightness[pixel + 2 * width]! - here) < 2.5
        ) {
          found.push(pixel);
        }
      }
    }
    return Int32Array.from(found);
  });
}

/**
 * Standard deviation of pixel noise in L* over the given smooth pixels: mean absolute difference from the four
 * neighbours' mean, brought to σ of a normal distribution (σ = √(π/2)·mean|d|, d having variance 5/4·σ²).
 */
export function noiseOf(frame: Frame, pixels: Int32Array): number {
  const { width, lightness } = frame;
  if (pixels.length === 0) return 0;
  let sum = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    const around =
      lightness[pixel - 1]! + lightness[pixel + 1]! + lightness[pixel - width]! + lightness[pixel + width]!;
    sum += Math.abs(lightness[pixel]! - around / 4);
  }
  return ((sum / pixels.length) * Math.sqrt(Math.PI / 2)) / Math.sqrt(1.25);
}
