import * as z from 'zod';
import type { ChatModel, ChatRequest, Usage } from '#openai/chat.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import { askJson, sumOf } from './ask-json.ts';
import { numberWithin, oneLine } from './plain-text.ts';
import { type AbsoluteScale, absolutePrompt1 } from './prompts/absolute-1.ts';
import { ROLE_1 } from './prompts/role-1.ts';

/** One score of one edit, or why there is none. A failure is a result: it is counted and shown, never left out. */
export type AbsoluteScore = {
  readonly scale: AbsoluteScale;
  /** Requests that it took beyond the first: for repairs, after failures, and those of the transport that are known of. */
  readonly retries: number;
  /** Of all requests that were answered. */
  readonly usage: Usage;
} & (
  | { readonly ok: true; readonly score: number; readonly reason: string }
  | { readonly ok: false; readonly code: string; readonly message: string }
);

export interface AbsoluteRequest {
  readonly instruction: string;
  /** JPEG files. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** How often a scale is asked anew after a failure. @default 2 */
  readonly retries?: number;
  readonly signal?: Cancellation;
}

export interface AbsoluteScores {
  /** Of the wording. */
  readonly version: string;
  /** How well the wish was done, 0…10. */
  readonly instructionFit: AbsoluteScore;
  /** How good the picture looks by itself, 0…10. The judge is not shown the wish nor the photo before. */
  readonly perceptualQuality: AbsoluteScore;
  /** Whether it still shows the same things, 0…10. Other published "quality" columns are this one. */
  readonly contentConsistency: AbsoluteScore;
}

/** Names the wording: scores of different versions are not to be averaged. */
const VERSION = 'absolute-1';

const form = z.strictObject({ reasoning: z.string(), score: z.number() });
const accept = z.object({
  reasoning: oneLine(300).catch('no reason given'),
  score: numberWithin(0, 10),
});

/**
 * The three absolute scores of an edit for evaluation, each asked by itself so that one does not colour the other.
 *
 * @throws {RetouchError} only `cancelled`; everything else is in the result
 */
export async function scoreAbsolutely(chat: ChatModel, request: AbsoluteRequest): Promise<AbsoluteScores> {
  const [instructionFit, perceptualQuality, contentConsistency] = await Promise.all([
    scoreOn('instruction-fit', chat, request),
    scoreOn('perceptual-quality', chat, request),
    scoreOn('content-consistency', chat, request),
  ]);
  return { version: VERSION, instructionFit, perceptualQuality, contentConsistency };
}

async function scoreOn(
  scale: AbsoluteScale,
  chat: ChatModel,
  { instruction, before, after, retries: most = 2, signal }: AbsoluteRequest,
): Promise<AbsoluteScore> {
  const images = scale === 'perceptual-quality' ? [after] : [before, after];
  const counted = counting(chat);
  const spent = () => ({ scale, retries: Math.max(0, counted.requests - 1), usage: counted.usage });
  for (let round = 0; ; round++) {
    try {
      const { value } = await askJson(counted.chat, {
        name: 'score',
        messages: [
          { role: 'system', text: ROLE_1 },
          { role: 'user', text: absolutePrompt1(scale, instruction), images },
        ],
        form,
        accept,
        more: signal ? { signal } : {},
      });
      return { ok: true, score: value.score, reason: value.reasoning, ...spent() };
    } catch (error) {
      const { code, message } = RetouchError.wrap(error);
      if (code === 'cancelled') throw error;
      if (round >= most || !WORTH_ANOTHER.has(code)) return { ok: false, code, message, ...spent() };
    }
  }
}

/** The others will not change by asking again. */
const WORTH_ANOTHER: ReadonlySet<string> = new Set(['model-failed', 'busy', 'timeout']);

/** The model with a count of what it was asked, failures included. */
function counting(chat: ChatModel) {
  const counted = {
    requests: 0,
    usage: { inputTokens: 0, outputTokens: 0, cost: 0 } as Usage,
    chat: {
      id: chat.id,
      ask: async (request: ChatRequest) => {
        counted.requests += 1;
        const reply = await chat.ask(request);
        counted.requests += reply.attempts - 1;
        counted.usage = sumOf(counted.usage, reply.usage);
        return reply;
      },
    },
  };
  return counted;
}
