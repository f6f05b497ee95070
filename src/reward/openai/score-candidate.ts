import * as z from 'zod';
import type { ChatModel } from '#openai/chat.ts';
import type { Criterion } from '../reward.ts';
import { type Answer, askJson, type Question } from './ask-json.ts';
import { numberWithin, oneLine } from './plain-text.ts';
import { ROLE_1 } from './prompts/role-1.ts';
import { scoresPrompt1 } from './prompts/scores-1.ts';

export interface Scored {
  /** 0…10. */
  readonly score: number;
  readonly evidence: string;
}

const form = z.strictObject({
  reasoning: z.string(),
  scores: z.array(z.strictObject({ criterion: z.number(), evidence: z.string(), score: z.number() })),
});

/** One score for each criterion; a list without numbers counts in its order. */
function accept(count: number) {
  return z
    .object({
      scores: z.array(
        z.object({
          criterion: numberWithin(1, count).optional(),
          evidence: oneLine(240),
          score: numberWithin(0, 10),
        }),
      ),
    })
    .transform(({ scores }, context) => {
      const found = Array.from({ length: count }, (_, index) => {
        const named = scores.find(({ criterion }) => criterion === index + 1);
        const unnamed = scores.every(({ criterion }) => criterion === undefined);
        return named ?? (unnamed && scores.length === count ? scores[index] : undefined);
      });
      const missing = found.indexOf(undefined);
      if (missing < 0) return found.map((one) => ({ score: one!.score, evidence: one!.evidence }));
      context.addIssue({
        code: 'custom',
        message: `criterion ${missing + 1} has no score`,
        path: ['scores'],
      });
      return z.NEVER;
    });
}

/**
 * Scores one candidate on criteria that were written before, with a line of evidence each. The model is shown the two
 * pictures and the wish, and nothing of how the candidate came about.
 *
 * @throws {RetouchError} see `askJson`
 */
export async function scoreCandidate(
  chat: ChatModel,
  instruction: string,
  criteria: readonly Criterion[],
  before: Uint8Array,
  after: Uint8Array,
  more: Question<unknown>['more'] = {},
): Promise<Answer<readonly Scored[]>> {
  return askJson(chat, {
    name: 'scores',
    messages: [
      { role: 'system', text: ROLE_1 },
      { role: 'user', text: scoresPrompt1(instruction, criteria), images: [before, after] },
    ],
    form,
    accept: accept(criteria.length),
    more,
  });
}
