import * as z from 'zod';
import type { ChatMessage, ChatModel, ChatRequest, Usage } from '#openai/chat.ts';
import { RetouchError } from '#wire/error.ts';
import { readJsonObject } from '#wire/forgiving-json.ts';

export interface Question<T> {
  /** Letters, digits, `_` and `-`. */
  readonly name: string;
  readonly messages: readonly ChatMessage[];
  /** The form that is asked for. Says nothing of ranges: not every server knows the words for them. */
  readonly form: z.ZodType;
  /** Takes what came; what it refuses is told to the model once. */
  readonly accept: z.ZodType<T>;
  readonly more?: Pick<ChatRequest, 'signal' | 'seed' | 'onReasoning'>;
}

export interface Answer<T> {
  readonly value: T;
  /** Of all turns together. */
  readonly usage: Usage;
  /** Requests that it took. */
  readonly attempts: number;
  /** Whether the first reply could not be used. */
  readonly repaired: boolean;
}

/** Most characters of an unusable reply that are shown to the model again. */
const SHOWN = 2000;

/**
 * Asks for a JSON object and holds the reply against a schema. A reply that does not fit gets one turn to be put right.
 *
 * @throws {RetouchError} `model-failed` when it is not usable then either; what `ask` throws
 */
export async function askJson<T>(chat: ChatModel, question: Question<T>): Promise<Answer<T>> {
  const { $schema: _, ...json } = z.toJSONSchema(question.form, { target: 'draft-7' });
  const request = { schema: { name: question.name, json }, temperature: 0, ...question.more };
  const first = await chat.ask({ ...request, messages: question.messages });
  const taken = take(first.text, question);
  if ('value' in taken)
    return { value: taken.value, usage: first.usage, attempts: first.attempts, repaired: false };

  const second = await chat.ask({
    ...request,
    messages: [
      ...question.messages,
      { role: 'assistant', text: first.text.slice(0, SHOWN) || '(empty)' },
      {
        role: 'user',
        text: `That cannot be used: ${taken.problem}. Answer again, with one complete JSON object of the form that was asked for and nothing else.`,
      },
    ],
  });
  const again = take(second.text, question);
  const attempts = first.attempts + second.attempts;
  if ('value' in again)
    return { value: again.value, usage: sumOf(first.usage, second.usage), attempts, repaired: true };
  throw new RetouchError(
    'model-failed',
    `${chat.id} was asked twice and did not give a usable answer: ${again.problem}`,
  );
}

function take<T>(text: string, { form, accept }: Question<T>): { value: T } | { problem: string } {
  const keys = form instanceof z.ZodObject ? Object.keys(form.shape) : [];
  const reading = readJsonObject(text, keys);
  if (reading === undefined)
    return { problem: text.trim() === '' ? 'it is empty' : 'there is no JSON object in it' };
  const result = accept.safeParse(reading.value);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0]!;
  const place = issue.path.map(String).join('.');
  const damage = reading.notes[0] === undefined ? '' : ` (${reading.notes[0]})`;
  return { problem: `${place === '' ? '' : `"${place}": `}${issue.message}${damage}` };
}

export function sumOf(one: Usage, other: Usage): Usage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cost: one.cost === null || other.cost === null ? null : one.cost + other.cost,
  };
}
