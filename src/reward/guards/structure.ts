import { interpolate } from '../criteria/fit.ts';
import type { GuardCheck } from './guard.ts';

const BLOCK = 8;
/** Stabiliser of the structure term, L*²: differences below 1 L* are not structure. */
const STABLE = 1;

/**
 * Structure term of SSIM (Wang, Bovik, Sheikh and Simoncelli 2004) on L* in 8×8 blocks: correlation, so that brightness
 * and contrast are free and only what the picture shows counts. Blocks weigh by the detail they had.
 */
export const STRUCTURE: GuardCheck = {
  name: 'structure',
  limit: 6,
  check: ({ before, after }) => {
    const { width, height } = before;
    let total = 0;
    let sum = 0;
    for (let top = 0; top + BLOCK <= height; top += BLOCK) {
      for (let left = 0; left + BLOCK <= width; left += BLOCK) {
        let x = 0;
        let y = 0;
        let xx = 0;
        let yy = 0;
        let xy = 0;
        for (let row = 0; row < BLOCK; row += 1) {
          for (let pixel = (top + row) * width + left, end = pixel + BLOCK; pixel < end; pixel += 1) {
            const p = before.lightness[pixel]!;
            const q = after.lightness[pixel]!;
            x += p;
            y += q;
            xx += p * p;
            yy += q * q;
            xy += p * q;
          }
        }
        const count = BLOCK * BLOCK;
        const varianceX = Math.max(0, xx / count - (x / count) ** 2);
        if (varianceX < 1) continue;
        const varianceY = Math.max(0, yy / count - (y / count) ** 2);
        const covariance = xy / count - (x / count) * (y / count);
        const weight = Math.min(10, Math.sqrt(varianceX));
        total += weight;
        sum += (weight * (covariance + STABLE)) / (Math.sqrt(varianceX * varianceY) + STABLE);
      }
    }
    if (total === 0) return null;
    const likeness = sum / total;
    const score = interpolate([0.3, 0.7, 0.85, 0.95], [0, 4, 7, 10], likeness);
    return { score, evidence: `structure kept ${(100 * likeness).toFixed(1)} %` };
  },
};
