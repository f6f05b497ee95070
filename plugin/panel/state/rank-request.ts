import type { RankRequest } from '#wire/api.ts';
import { effectiveSettings } from './effective.ts';
import type { Work } from './work.ts';

/** Asks for a ranking of the alternatives as they stand, with the person's weights; null when there are none. */
export function rankRequestOf(photo: string, work: Work, ids?: readonly string[]): RankRequest | null {
  const { round } = work;
  const asked = round?.alternatives.filter(({ id }) => ids?.includes(id) ?? true) ?? [];
  if (round === null || asked.length === 0) return null;
  return {
    photo,
    instruction: round.instruction,
    reading: round.reading,
    base: round.base?.settings ?? {},
    candidates: asked.map(({ id }) => ({ id, settings: effectiveSettings(work, id) })),
    ...(Object.keys(round.weights).length === 0 ? {} : { weights: { ...round.weights } }),
  };
}

/** Most alternatives that the host itself renders: each costs it seconds. */
const FINALISTS = 3;

/** The alternatives worth the host's own rendering: the best ranked, and always the chosen one. */
export function finalistsOf({ round, chosen }: Work): readonly string[] {
  const best = [...(round?.alternatives ?? [])]
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0)
    .map(({ id }) => id);
  const first = best.slice(0, FINALISTS);
  return first.includes(chosen) || !best.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}
