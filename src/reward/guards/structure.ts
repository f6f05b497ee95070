import { interpolate } from '../criteria/fit.ts';
import type { Frame } from '../measure/frame.ts';
import { remember } from '../measure/frame.ts';
import type { GuardCheck } from './guard.ts';

const BLOCK = 8;
const COUNT = BLOCK * BLOCK;
/** Stabiliser of the structure term, L*²: differences below 1 L* are not structure. */
const STABLE = 1;

/** A block of the picture before the edit that holds structure (variance of L* of 1 or more). */
interface Block {
  /** Its first pixel. */
  readonly start: number;
  /** Mean and variance of L* before the edit. */
  readonly mean: number;
  readonly variance: number;
  /** Blocks weigh by the detail they had. */
  readonly weight: number;
}

function blocksOf(before: Frame): readonly Block[] {
  return remember(before, 'blocks', () => {
    const { width, height, lightness } = before;
    const blocks: Block[] = [];
    for (let top = 0; top + BLOCK <= height; top += BLOCK) {
      for (let left = 0; left + BLOCK <= width; left += BLOCK) {
        const start = top * width + left;
        let sum = 0;
        let squares = 0;
        for (let row = 0; row < BLOCK; row += 1) {
          for (let pixel = start + row * width, end = pixel + BLOCK; pixel < end; pixel += 1) {
            const l = lightness[pixel]!;
            sum += l;
            squares += l * l;
          }
        }
        const mean = sum / COUNT;
        const variance = Math.max(0, squares / COUNT - mean * mean);
        if (variance >= 1) blocks.push({ start, mean, variance, weight: Math.min(10, Math.sqrt(variance)) });
      }
    }
    return blocks;
  });
}

/** How alike the structure of a block is after the edit, −1…1. */
function likeness({ start, mean, variance }: Block, before: Frame, after: Frame): number {
  const { width } = before;
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let row = 0; row < BLOCK; row += 1) {
    for (let pixel = start + row * width, end = pixel + BLOCK; pixel < end; pixel += 1) {
      const l = after.lightness[pixel]!;
      sum += l;
      squares += l * l;
      products += l * before.lightness[pixel]!;
    }
  }
  const now = sum / COUNT;
  const varianceNow = Math.max(0, squares / COUNT - now * now);
  return (products / COUNT - mean * now + STABLE) / (Math.sqrt(variance * varianceNow) + STABLE);
}

/**
 * Structure term of SSIM (Wang, Bovik, Sheikh and Simoncelli 2004) on L* in 8×8 blocks: correlation, so that brightness
 * and contrast are free and only what the picture shows counts.
 */
export const STRUCTURE: GuardCheck = {
  name: 'structure',
  limit: 6,
  *prepare({ before }) {
    blocksOf(before);
    yield;
  },
  check: ({ before, after }) => {
    const blocks = blocksOf(before);
    if (blocks.length === 0) return null;
    let total = 0;
    let sum = 0;
    for (const block of blocks) {
      total += block.weight;
      sum += block.weight * likeness(block, before, after);
    }
    const kept = sum / total;
    const score = interpolate([0.3, 0.7, 0.85, 0.95], [0, 4, 7, 10], kept);
    return { score, evidence: `structure kept ${(100 * kept).toFixed(1)} %` };
  },
};
