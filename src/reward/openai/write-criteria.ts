import * as z from 'zod';
import type { ChatModel } from '#openai/chat.ts';
import type { Criterion } from '../reward.ts';
import { type Answer, askJson, type Question } from './ask-json.ts';
import { numberWithin, oneLine } from './plain-text.ts';
import { criteriaPrompt1 } from './prompts/criteria-1.ts';
import { ROLE_1 } from './prompts/role-1.ts';

/** A criterion that a model wrote. Weights of a list sum to 1. */
export interface WrittenCriterion extends Criterion {
  /** About something that the wish asks for, and not only about what should not suffer. */
  readonly explicit: boolean;
}

/** More are cut off: nobody reads them, and each has its share of the scalar. */
const MOST = 8;

const form = z.strictObject({
  reasoning: z.string(),
  criteria: z.array(
    z.strictObject({ name: z.string(), why: z.string(), weight: z.number(), asked: z.boolean() }),
  ),
});

const accept = z.object({
  criteria: z
    .array(
      z.object({
        name: oneLine(60),
        why: oneLine(200).catch('written for this photo and this wish'),
        weight: numberWithin(0, 1e6),
        asked: z.boolean().catch(true),
      }),
    )
    .min(1, 'there has to be at least one criterion')
    .refine((list) => list.some(({ weight }) => weight > 0), 'at least one weight has to be above 0'),
});

/**
 * Criteria with weights for one case, written by the model from the photo and the wish alone, before it sees any candidate.
 *
 * @param before JPEG file
 * @throws {RetouchError} see `askJson`
 */
export async function writeModelCriteria(
  chat: ChatModel,
  instruction: string,
  before: Uint8Array,
  more: Question<unknown>['more'] = {},
): Promise<Answer<readonly WrittenCriterion[]>> {
  const answer = await askJson(chat, {
    name: 'criteria',
    messages: [
      { role: 'system', text: ROLE_1 },
      { role: 'user', text: criteriaPrompt1(instruction), images: [before] },
    ],
    form,
    accept,
    more,
  });
  return { ...answer, value: normalise(answer.value.criteria.slice(0, MOST)) };
}

/** Names are keys (of a person's weights): of two alike the first stays, with the weight of both. */
function normalise(given: z.infer<typeof accept>['criteria']): readonly WrittenCriterion[] {
  const byName = new Map<string, WrittenCriterion>();
  for (const { name, why, weight, asked } of given) {
    const known = byName.get(name);
    byName.set(name, {
      name,
      why: known?.why ?? why,
      weight: weight + (known?.weight ?? 0),
      explicit: asked || (known?.explicit ?? false),
    });
  }
  const total = [...byName.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...byName.values()]
    .map((criterion) => ({ ...criterion, weight: total > 0 ? criterion.weight / total : 1 / byName.size }))
    .filter(({ weight }) => weight > 0);
}
