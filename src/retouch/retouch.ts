import type { Observation } from '#image/observation.ts';
import type { PolicyModel } from '#policy/policy.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { RetouchResult } from '#wire/result.ts';
import { candidateIds } from './candidate-id.ts';
import { type Report, type RetouchNews, startClock } from './progress.ts';
import { rankCandidates } from './rank.ts';
import { renderCandidates } from './render-candidates.ts';

/** Everything that decides a retouch: the same request, seed and model replies give the same result. */
export interface RetouchRequest {
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly source: RenderSource;
  /** How long opening took, ms; only reported. */
  readonly decodeMs: number;
  readonly instruction: string;
  /** A reading that a person corrected; read from the instruction when absent. */
  readonly reading?: Reading;
  /** 1…16. */
  readonly candidates: number;
  readonly seed: number;
  /** `crs:` names that keep the value they have in `base`. */
  readonly locks: readonly string[];
  /** Settings to start from; empty for the untouched photo. */
  readonly base: Settings;
  readonly signal?: Cancellation;
}

/** The parts that do the work, known by their specs only. */
export interface RetouchParts {
  readonly read: (instruction: string) => Reading;
  readonly policy: PolicyModel;
  readonly reward: RewardModel;
  readonly renderer: Renderer;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Lets other work have its turn between two pieces of ours. */
  readonly breathe?: () => Promise<void>;
  readonly onNews?: (news: RetouchNews) => void;
}

/**
 * The whole job: an instruction becomes ranked, explained, editable develop settings. Page, service, command line,
 * training and evaluation all call this one function.
 *
 * @throws {RetouchError} `cancelled` when the signal fires, `model-failed` when policy or reward cannot answer.
 */
export async function retouch(request: RetouchRequest, parts: RetouchParts): Promise<RetouchResult> {
  const { observation, instruction, base, seed, signal } = request;
  const report: Report = startClock(parts, signal);

  await report.stage('read');
  const reading = request.reading ?? parts.read(instruction);
  report.news({ type: 'reading-ready', reading });

  await report.stage('propose');
  const turns = parts.breathe ? { breathe: parts.breathe } : {};
  const proposals = await parts.policy.doPropose({ ...request, ...turns, reading });

  await report.stage('render');
  const before = parts.renderer.render(request.source, base);
  const rendered = await renderCandidates(request.source, proposals, parts, report);

  await report.stage('score');
  const candidates = rendered.map(({ proposal, after }) => ({ settings: proposal.settings, after }));
  const rewards =
    candidates.length === 0 ? [] : await parts.reward.doScore({ ...request, reading, before, candidates });

  await report.stage('rank');
  const ids = candidateIds(request, proposals.length);
  const scored = proposals.map((proposal, i) => ({ id: ids[i]!, ...proposal, reward: rewards[i]! }));
  const { ranked, verdict } = rankCandidates(scored, parts.reward.noise);

  return {
    version: 1,
    instruction,
    photo: observation.photo,
    reading,
    candidates: ranked.map(({ id, title, settings, reasoning, reward }, i) => ({
      rank: i + 1,
      id,
      title,
      settings,
      reasoning: [...reasoning],
      reward,
      files: { image: null, xmp: null },
    })),
    verdict,
    timings: report.timings(request.decodeMs),
    versions: { engine: parts.renderer.id, policy: parts.policy.id, reward: parts.reward.id },
    seed,
  };
}
