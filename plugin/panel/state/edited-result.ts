import type { RetouchResult } from '#wire/result.ts';
import { effectiveSettings } from './effective.ts';
import type { Work } from './work.ts';

/** `result.json` as it stands now: the person's edits in the settings, ranks and scores of the newest ranking. */
export function editedResult(result: RetouchResult, work: Work): RetouchResult {
  const { round } = work;
  if (round === null) return result;
  const ordered = [...round.alternatives].sort(
    (one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity),
  );
  const candidates = ordered.flatMap(({ id, title, reasoning, reward }) =>
    reward === null
      ? []
      : [{ id, title, settings: effectiveSettings(work, id), reasoning: [...reasoning], reward }],
  );
  return {
    ...result,
    reading: round.reading,
    instruction: round.instruction,
    verdict: round.verdict,
    candidates: candidates.map((candidate, index) => ({
      ...candidate,
      rank: index + 1,
      files: { image: null, xmp: null },
    })),
  };
}
