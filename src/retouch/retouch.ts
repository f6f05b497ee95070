import type { Observation } from '#image/observation.ts';
import { runInTurns } from '#image/steps.ts';
import type { PolicyModel, Proposal } from '#policy/policy.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { RetouchResult } from '#wire/result.ts';
import { openAccount } from './account.ts';
import { candidateIds } from './candidate-id.ts';
import { type Report, type RetouchNews, startClock } from './progress.ts';
import { rankCandidates } from './rank.ts';
import { candidateRenderings } from './render-candidates.ts';

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
  const account = openAccount();
  const { onNote, onUsage } = account;

  await report.stage('read');
  const read = request.reading ?? parts.read(instruction);
  report.news({ type: 'reading-ready', reading: read });

  await report.stage('propose');
  const renderings = candidateRenderings(request.source, parts, report);
  const proposals = await parts.policy.doPropose({
    ...request,
    ...renderings.ahead,
    reading: read,
    onThinking: (text) => report.news({ type: 'thinking', text }),
    onNote,
    onUsage,
  });
  const reading = request.reading ?? betterReading(read, proposals);
  if (reading !== read) report.news({ type: 'reading-ready', reading });

  await report.stage('render');
  const before = await runInTurns(parts.renderer.renderSteps(request.source, base), parts.breathe);
  const rendered = await renderings.finish(proposals);

  await report.stage('score');
  const turns = parts.breathe ? { breathe: parts.breathe } : {};
  const candidates = rendered.map(({ proposal, after }) => ({ settings: proposal.settings, after }));
  const rewards =
    candidates.length === 0
      ? []
      : await parts.reward.doScore({ ...request, ...turns, reading, before, candidates, onNote, onUsage });

  await report.stage('rank');
  const ids = candidateIds(request, proposals.length);
  const scored = proposals.map((proposal, i) => ({ ...proposal, id: ids[i]!, reward: rewards[i]! }));
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
    ...account.told(),
  };
}

/** Where our rules understood nothing of the words, what the policy made of them is what is judged by and shown. */
function betterReading(reading: Reading, proposals: readonly Proposal[]): Reading {
  if (reading.goals.length > 0 || reading.styles.length > 0) return reading;
  return proposals.find((proposal) => proposal.reading)?.reading ?? reading;
}
