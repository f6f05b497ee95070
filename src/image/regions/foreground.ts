import { ramp } from '../ramp.ts';
import type { Finding } from './finding.ts';
import type { Scene } from './scene.ts';

/** Without a sky the foreground is only a guess: the lower part of the frame. */
const GUESSED = { start: 0.45, full: 0.75, confidence: 0.35 };

/**
 * Foreground: from the lower border of the sky downwards, column by column, fading in over a part of the way; without a
 * sky the lower half of the frame.
 */
export function findForeground({ width, height }: Scene, sky: Finding | null): Finding {
  const sure = sky !== null && sky.confidence > 0.3;
  const mask = new Float32Array(width * height);
  for (let x = 0; x < width; x++) {
    const edge = sure ? lowerEdge(sky.mask, width, height, x) : GUESSED.start * height;
    const full = sure ? edge + (height - edge) * 0.35 : GUESSED.full * height;
    for (let y = 0; y < height; y++) mask[y * width + x] = ramp(y + 0.5, edge, Math.max(edge + 1, full));
  }
  return { mask, confidence: sure ? 0.4 + 0.4 * sky.confidence : GUESSED.confidence };
}

/** Row below the lowest sky of a column and its neighbours: a mast must not draw the foreground up. */
function lowerEdge(mask: Float32Array, width: number, height: number, x: number): number {
  const reach = Math.ceil(width / 12);
  let sum = 0;
  let count = 0;
  for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column++) {
    let edge = height;
    while (edge > 0 && mask[(edge - 1) * width + column]! < 0.5) edge--;
    sum += edge;
    count++;
  }
  return sum / count;
}
