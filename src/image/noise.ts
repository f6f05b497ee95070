import type { LabImage } from './raster.ts';

/** Side of the blocks that are measured by themselves, px. */
const BLOCK = 8;

/** Noise is everywhere, texture is not: the block at this rank tells the noise. */
const RANK = 0.1;

/** Ratio of the true deviation to that rank's estimate when there is nothing but noise (64 samples per block). */
const RANK_BIAS = 1.13;

/**
 * Robust standard deviation of fine L* noise: mean absolute response of Immerkær's Laplacian (1996, "Fast noise
 * variance estimation") in the quietest blocks, where what varies is noise and not texture. Clipped blocks are
 * left out: they are quiet for another reason.
 */
export function measureNoise({ width, height, data }: LabImage): number {
  const estimates: number[] = [];
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 1; left + BLOCK < width; left += BLOCK) {
      const response = blockResponse(data, width, left, top);
      if (response >= 0) estimates.push(response);
    }
  }
  if (estimates.length === 0) return 0;
  estimates.sort((a, b) => a - b);
  // For Gaussian noise of deviation σ the operator's mean absolute response is 6σ·√(2/π).
  return (estimates[Math.floor((estimates.length - 1) * RANK)]! * RANK_BIAS * Math.sqrt(Math.PI / 2)) / 6;
}

/** Mean absolute response in a block, −1 when it holds clipped pixels. */
function blockResponse(data: Float32Array, width: number, left: number, top: number): number {
  const stride = width * 3;
  let sum = 0;
  for (let y = top; y < top + BLOCK; y++) {
    for (let x = left; x < left + BLOCK; x++) {
      const i = y * stride + x * 3;
      const L = data[i]!;
      if (L > 99 || L < 0.5) return -1;
      const up = i - stride;
      const down = i + stride;
      const edges = data[up]! + data[down]! + data[i - 3]! + data[i + 3]!;
      const corners = data[up - 3]! + data[up + 3]! + data[down - 3]! + data[down + 3]!;
      sum += Math.abs(corners - 2 * edges + 4 * L);
    }
  }
  return sum / (BLOCK * BLOCK);
}
