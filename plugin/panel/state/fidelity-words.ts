import type { Fidelity } from './work.ts';

/**
 * How faithful the preview was, in words. About 1 ΔE00 is where a trained eye begins to see a difference side by side;
 * 2 to 3 is seen at a glance; above 5 it is another colour (Sharma 2005; ISO 12647-2 takes 5 as its limit for solids).
 */
export function sayFidelity({ mean, p95 }: Fidelity): string {
  if (p95 <= 1) return 'the same to the eye';
  if (mean <= 1) return 'as good as the same';
  if (mean <= 2.5) return 'close, small differences side by side';
  if (mean <= 5) return 'similar, with visible differences';
  return 'different: trust the document, not the preview';
}

/** "ΔE00 0.8, 95 % under 2.1" */
export function sayDifference({ mean, p95 }: Fidelity): string {
  return `ΔE00 ${mean.toFixed(1)}, 95 % under ${p95.toFixed(1)}`;
}
