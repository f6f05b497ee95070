import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Raster } from '#image/raster.ts';
import type { ChatModel } from '#openai/chat.ts';
import { withPatience } from '#openai/patience.ts';
import { RetouchError } from '#wire/error.ts';
import type { Guard, Metric, Reward } from '#wire/result.ts';
import { reweigh } from '../criteria.ts';
import type { RewardModel, ScoreRequest } from '../reward.ts';
import { guardFactor, scalarise } from '../scalarise.ts';
import { createAnswers } from './answers.ts';
import { comparePair } from './compare-pair.ts';
import { type Scored, scoreCandidate } from './score-candidate.ts';
import { type Contender, type SideBySide, settleTies } from './settle-ties.ts';
import { together } from './together.ts';
import { type WrittenCriterion, writeModelCriteria } from './write-criteria.ts';

export interface ModelRewardParts {
  readonly chat: ChatModel;
  /** A picture as a JPEG file for the model, without anything but pixels in it. */
  readonly encode: (raster: Raster) => Promise<Uint8Array>;
  /** Measures the guards, and takes over where the model does not answer: the embedded reward. */
  readonly measured: RewardModel;
  /** Pairs that may be shown side by side for one ranking, two requests each; 0 turns it off. @default 1 */
  readonly comparisons?: number;
  /** Told when the measured reward took over, and why. */
  readonly onFallback?: (why: RetouchError) => void;
  /** How long the model may take for one ranking, ms. @default 100 000 */
  readonly patienceMs?: number;
}

/** A job of the service ends after five minutes, and a ranking after two. */
const PATIENCE_MS = 100_000;

/**
 * Difference of two scalars that means nothing. Judges give whole and half points and seldom the same ones twice; our own
 * choice, to be replaced when a model's spread was measured.
 */
const NOISE = 0.5;

/**
 * A vision-language model as the reward, in the shape that RetouchIQ describes: criteria with weights for the case, scores on
 * them, one scalar. Criteria are written before any candidate is seen; candidates are scored one by one, from the pictures
 * and the wish alone; near-ties are settled side by side. The measured guards gate all of it.
 */
export function createModelReward(parts: ModelRewardParts): RewardModel {
  const { measured, patienceMs = PATIENCE_MS } = parts;
  const { id } = parts.chat;
  const written = createAnswers<readonly WrittenCriterion[]>();
  const scored = createAnswers<readonly Scored[]>();

  const judge = async (chat: ChatModel, request: ScoreRequest): Promise<readonly Judged[]> => {
    const { instruction, signal } = request;
    const more = signal ? { signal } : {};
    const before = await parts.encode(request.before);
    const afters = await inTurn(request.candidates, ({ after }) => parts.encode(after));
    const wish = digest([instruction, before]);
    const criteria = await written(wish, async () => {
      return (await writeModelCriteria(chat, instruction, before, more)).value;
    });
    return together(afters, signal, async (after, own) => {
      const scores = await scored(digest([wish, JSON.stringify(criteria), after]), async () => {
        return (await scoreCandidate(chat, instruction, criteria, before, after, { signal: own })).value;
      });
      return { before, after, criteria, scores };
    });
  };

  const doScore = async (request: ScoreRequest): Promise<readonly Reward[]> => {
    const { weights = {}, signal } = request;
    const chat = counting(parts.chat, request);
    if (request.candidates.length === 0) return [];
    const guards = await measured.doScore(request);
    try {
      const rewards = await withPatience({ ms: patienceMs, who: id }, signal, async (own) => {
        const timed = { ...request, signal: own };
        const judged = await judge(chat, timed);
        const rewards = judged.map(({ criteria, scores }, i) =>
          rewardOf(reweigh(withScores(criteria, scores), weights), guards[i]!.guards),
        );
        const compare = (a: number, b: number) =>
          sideBySide(chat, timed, judged[a]!, judged[b]!, reweigh(judged[a]!.criteria, weights));
        return await settleTies(rewards.map(contenderOf), compare, {
          noise: NOISE,
          pairs: parts.comparisons ?? 1,
        });
      });
      request.onNote?.(`Judged by ${id}`);
      return rewards;
    } catch (error) {
      const why = RetouchError.wrap(error);
      if (why.code === 'cancelled' || signal?.aborted) throw error;
      parts.onFallback?.(why);
      request.onNote?.(`${id} could not judge, so ${measured.id} did: ${why.message}`);
      return guards.map((reward) => saying(reward, id, why.message));
    }
  };
  return { specVersion: 1, id: `${id}/judge-1`, noise: NOISE, doScore };
}

/** Tells of every answer that was paid for, also when the next one fails. */
function counting(chat: ChatModel, { onUsage }: ScoreRequest): ChatModel {
  if (!onUsage) return chat;
  return {
    ...chat,
    async ask(question) {
      const reply = await chat.ask(question);
      onUsage(reply.usage);
      return reply;
    },
  };
}

interface Judged {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly criteria: readonly WrittenCriterion[];
  readonly scores: readonly Scored[];
}

/** A comparison that fails changes nothing: the scores are there. */
async function sideBySide(
  chat: ChatModel,
  { instruction, signal }: ScoreRequest,
  first: Judged,
  second: Judged,
  criteria: readonly WrittenCriterion[],
): Promise<SideBySide> {
  const more = signal ? { signal } : {};
  try {
    return await comparePair(chat, instruction, criteria, first.before, first.after, second.after, more);
  } catch (error) {
    const { code, message } = RetouchError.wrap(error);
    if (code === 'cancelled' || signal?.aborted) throw error;
    return { verdict: 'failed', reason: message };
  }
}

type WithScore = WrittenCriterion & Scored;

function withScores(criteria: readonly WrittenCriterion[], scores: readonly Scored[]): readonly WithScore[] {
  return criteria.map((criterion, i) => ({ ...criterion, ...scores[i]! }));
}

function rewardOf(judged: readonly WithScore[], guards: readonly Guard[]): Reward {
  const metrics = judged.map(
    ({ name, why, weight, score, evidence }): Metric => ({
      name,
      why,
      weight: round(weight, 4),
      score: round(score, 2),
      evidence,
    }),
  );
  return { score: round(scalarise(judged, guards), 2), metrics, guards: [...guards] };
}

/** Where a guard bites, what a judge sees side by side cannot win. */
function contenderOf(reward: Reward): Contender {
  return { reward, mayWin: reward.guards.every((guard) => guardFactor(guard) === 1) };
}

/** Every line tells that it was measured; the first one also why. */
function saying(reward: Reward, judge: string, why: string): Reward {
  const metrics = reward.metrics.map((metric, i) => ({
    ...metric,
    evidence: `${metric.evidence} (measured here; ${judge} did not judge${i === 0 ? `: ${why}` : ''})`,
  }));
  return { ...reward, metrics };
}

/** One after the other: several pictures at once would only need more memory. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function digest(pieces: readonly (string | Uint8Array)[]): string {
  const hash = sha256.create();
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? utf8ToBytes(piece) : piece;
    hash.update(utf8ToBytes(`${bytes.length} `)).update(bytes);
  }
  return bytesToHex(hash.digest());
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
