import type { Steps } from '#image/steps.ts';
import type { Case } from './criteria/case.ts';
import { judgeWords } from './criteria/in-words.ts';
import type { Judge } from './criteria/judge.ts';
import { judgeDetailKept, judgeNothingAsked, judgeRestKept, judgeSkinKept } from './criteria/kept.ts';
import { judgeLock } from './criteria/locks.ts';
import { judgeImplied, judgeStyles } from './criteria/style.ts';
import type { Criterion } from './reward.ts';

/** Together, the criteria that nobody asked for weigh at most this part of those that somebody did. */
const KEPT_SHARE = 0.4;

/**
 * Writes the criteria for one case, before any candidate is seen: what was asked in words, what a look is known by and
 * implies, what is to be kept, and what this photo makes worth watching. Weights sum to 1; names are unique.
 */
export function* writeCriteria(known: Case): Steps<readonly Judge[]> {
  const asked: Judge[] = [];
  for (const judges of [judgeWords, judgeStyles, judgeImplied]) {
    asked.push(...(yield* judges(known)));
    yield;
  }
  const locks: Judge[] = [];
  for (const lock of known.reading.locks) {
    const judge = judgeLock(lock, known);
    if (judge !== null) locks.push(judge);
    yield;
  }
  const kept = asked.length === 0 ? [judgeNothingAsked()] : judgeKept(known, sumOf(asked));
  return normalise(nameApart([...asked, ...locks, ...kept]));
}

/** Replaces weights by a person's own (by name) and brings all to a sum of 1 again; all-zero weights are ignored. */
export function reweigh<T extends Criterion>(
  judges: readonly T[],
  weights: Readonly<Record<string, number>>,
): readonly T[] {
  const own = judges.map((judge) => {
    const weight = Object.hasOwn(weights, judge.name) ? weights[judge.name]! : judge.weight;
    return { ...judge, weight: Number.isFinite(weight) ? Math.max(0, weight) : judge.weight };
  });
  return own.some(({ weight }) => weight > 0) ? normalise(own) : judges;
}

/** What this photo makes worth watching: never more than a share of what was asked, or doing nothing would pay. */
function judgeKept(known: Case, asked: number): readonly Judge[] {
  const kept = [judgeDetailKept(known), judgeSkinKept(known), judgeRestKept(known)];
  const judges = kept.filter((judge) => judge !== null);
  const scale = Math.min(1, (KEPT_SHARE * asked) / Math.max(1e-6, sumOf(judges)));
  return judges.map((judge) => ({ ...judge, weight: judge.weight * scale }));
}

/** Names are keys (of a person's weights): a second one of the same name gets a number. */
function nameApart(judges: readonly Judge[]): readonly Judge[] {
  const seen = new Map<string, number>();
  return judges.map((judge) => {
    const count = (seen.get(judge.name) ?? 0) + 1;
    seen.set(judge.name, count);
    return count === 1 ? judge : { ...judge, name: `${judge.name} (${count})` };
  });
}

function normalise<T extends Criterion>(judges: readonly T[]): readonly T[] {
  const total = sumOf(judges);
  return judges.map((judge) => ({ ...judge, weight: total > 0 ? judge.weight / total : 1 / judges.length }));
}

function sumOf(judges: readonly Criterion[]): number {
  return judges.reduce((sum, { weight }) => sum + weight, 0);
}
