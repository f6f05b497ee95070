import { topOf } from '#image/depth.ts';
import type { Frame } from './frame.ts';
import { remember } from './frame.ts';
import type { View } from './view.ts';

const BLOCK = 8;

/**
 * Veil of haze, 0…1: the mean over 8×8 px blocks of the darkest encoded channel, the dark channel of He, Sun and Tang
 * ("Single image haze removal using dark channel prior", CVPR 2009), blocks weighted by how much of the part they hold.
 */
export function veilOf(frame: Frame, view: View): number {
  return remember(frame, `veil ${view.key}`, () => {
    const { width, height } = frame;
    const dark = darkBlocks(frame);
    const across = Math.ceil(width / BLOCK);
    const weights = new Float64Array(dark.length);
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x += 2) {
        weights[((y / BLOCK) | 0) * across + ((x / BLOCK) | 0)]! +=
          view.weights === null ? 1 : view.weights[y * width + x]!;
      }
    }
    let total = 0;
    let sum = 0;
    for (let block = 0; block < dark.length; block += 1) {
      total += weights[block]!;
      sum += weights[block]! * dark[block]!;
    }
    return total > 0 ? sum / total : 0;
  });
}

function darkBlocks(frame: Frame): Float64Array {
  return remember(frame, 'dark blocks', () => {
    const { width, height, raster } = frame;
    const full = topOf(raster.data);
    const across = Math.ceil(width / BLOCK);
    const dark = new Float64Array(across * Math.ceil(height / BLOCK)).fill(1);
    for (let y = 0, index = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1, index += 3) {
        const least = Math.min(raster.data[index]!, raster.data[index + 1]!, raster.data[index + 2]!) / full;
        const block = ((y / BLOCK) | 0) * across + ((x / BLOCK) | 0);
        if (least < dark[block]!) dark[block] = least;
      }
    }
    return dark;
  });
}
