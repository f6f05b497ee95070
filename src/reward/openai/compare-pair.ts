import * as z from 'zod';
import type { ChatModel } from '#openai/chat.ts';
import type { Criterion } from '../reward.ts';
import { askJson, type Question } from './ask-json.ts';
import { oneLine } from './plain-text.ts';
import { comparePrompt1 } from './prompts/compare-1.ts';
import { ROLE_1 } from './prompts/role-1.ts';

export interface Comparison {
  /** `inconsistent`: the answer followed the order in which the two were shown, and counts as none. */
  readonly verdict: 'first' | 'second' | 'tie' | 'inconsistent';
  /** What the model said when the first was shown first. */
  readonly reason: string;
}

const form = z.strictObject({ reasoning: z.string(), better: z.enum(['A', 'B', 'tie']) });
const accept = z.object({
  reasoning: oneLine(240).catch('no reason given'),
  better: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z
      .enum(['a', 'b', 'tie', 'version a', 'version b'], '"A", "B" or "tie" is needed')
      .transform((word) => (word === 'tie' ? word : (word.at(-1) as 'a' | 'b'))),
  ),
});

/**
 * Which of two versions serves the wish better, asked in both orders: shown the other way round, judges of this kind turn up
 * to six of ten of their verdicts around, so that only those count which stay.
 *
 * @param before JPEG file, as are `first` and `second`
 * @throws {RetouchError} see `askJson`
 */
export async function comparePair(
  chat: ChatModel,
  instruction: string,
  criteria: readonly Criterion[],
  before: Uint8Array,
  first: Uint8Array,
  second: Uint8Array,
  more: Question<unknown>['more'] = {},
): Promise<Comparison> {
  const ask = (a: Uint8Array, b: Uint8Array) =>
    askJson(chat, {
      name: 'comparison',
      messages: [
        { role: 'system', text: ROLE_1 },
        { role: 'user', text: comparePrompt1(instruction, criteria), images: [before, a, b] },
      ],
      form,
      accept,
      more,
    });
  const [straight, swapped] = await Promise.all([ask(first, second), ask(second, first)]);
  const [one, other] = [straight.value.better, swapped.value.better];
  return { verdict: verdictOf(one, other), reason: straight.value.reasoning };
}

type Better = 'a' | 'b' | 'tie';

/** A tie in one order and a preference in the other is too weak to be one. */
function verdictOf(straight: Better, swapped: Better): Comparison['verdict'] {
  if (straight === 'a' && swapped === 'b') return 'first';
  if (straight === 'b' && swapped === 'a') return 'second';
  return straight === 'tie' || swapped === 'tie' ? 'tie' : 'inconsistent';
}
