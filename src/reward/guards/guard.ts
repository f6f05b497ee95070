import type { Steps } from '#image/steps.ts';
import type { Reading } from '#wire/goal.ts';
import type { Pair } from '../measure/pair.ts';

/** A check that is always on, whatever was asked. Doing nothing passes every one with 10. */
export interface GuardCheck {
  readonly name: string;
  /** Below this score (0…10) the guard bites. */
  readonly limit: number;
  /** Measures, in pieces, what checks will hold every candidate against. `pair` is the picture and itself. */
  prepare?(pair: Pair, reading: Reading): Steps<void>;
  /** Null when the picture has nothing to check (no skin, no smooth area). */
  check(pair: Pair, reading: Reading): { readonly score: number; readonly evidence: string } | null;
}

/** `share` of the frame as a percentage in words. */
export function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}
