import type { Guard } from '#wire/result.ts';

export interface Weighed {
  /** 0…1; the weights of a list sum to 1. */
  readonly weight: number;
  readonly explicit: boolean;
  readonly score: number;
}

/** Share of the scalar that the worst of what was asked has: one missed wish cannot be bought back by the others. */
const WORST_SHARE = 0.4;

/** What is left of the scalar when a guard is at 0. */
const LEAST_FACTOR = 0.1;

/**
 * One number (0…10) for ranking: 0.6 · weighted mean + 0.4 · the worst of what was asked in words, times the guards.
 * A guard changes nothing at or above its limit; below, it takes away in proportion. When nothing was asked in words
 * (only a look, or only things to keep), the mean stands alone.
 */
export function scalarise(metrics: readonly Weighed[], guards: readonly Guard[]): number {
  const mean = metrics.reduce((sum, { weight, score }) => sum + weight * score, 0);
  const asked = metrics.filter(({ explicit, weight }) => explicit && weight > 0).map(({ score }) => score);
  const value = asked.length === 0 ? mean : (1 - WORST_SHARE) * mean + WORST_SHARE * Math.min(...asked);
  return Math.min(
    10,
    Math.max(0, value * guards.reduce((product, guard) => product * guardFactor(guard), 1)),
  );
}

export function guardFactor({ score, limit }: Guard): number {
  if (score >= limit || limit <= 0) return 1;
  return LEAST_FACTOR + (1 - LEAST_FACTOR) * Math.max(0, score / limit);
}
