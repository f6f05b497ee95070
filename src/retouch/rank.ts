import type { RetouchResult } from '#wire/result.ts';

export interface Ranking<T> {
  readonly ranked: readonly T[];
  readonly verdict: RetouchResult['verdict'];
}

/**
 * Best score first; equal scores keep the order they came in. The verdict is "no clear winner" when the first two are
 * nearer than the reward's own noise.
 */
export function rankCandidates<T extends { readonly reward: { readonly score: number } }>(
  candidates: readonly T[],
  noise: number,
): Ranking<T> {
  const ranked = [...candidates].sort((a, b) => b.reward.score - a.reward.score);
  const [first, second] = ranked;
  if (!first) return { ranked, verdict: 'nothing to do' };
  const tied = second !== undefined && first.reward.score - second.reward.score < noise;
  return { ranked, verdict: tied ? 'no clear winner' : 'clear' };
}
