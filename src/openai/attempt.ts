import type { ChatReply, ChatRequest, Usage } from './chat.ts';
import { collectReply, type ReportedUsage } from './collect-reply.ts';
import { type Failure, RequestFailed } from './failure.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { Ladder } from './ladder.ts';
import { networkFailure } from './network-failure.ts';
import { openStream } from './open-stream.ts';
import type { Profile } from './profile.ts';
import type { Redact } from './redact.ts';
import { requestBody } from './request-body.ts';
import type { Asked } from './status-failure.ts';
import { startWatch, type Watch } from './watch.ts';

export interface Attempt {
  readonly request: ChatRequest;
  readonly profile: Profile;
  readonly key: string | undefined;
  readonly asked: Asked;
  readonly redact: Redact;
  /** Ends the whole question. */
  readonly watch: Watch;
  readonly ladder: Ladder;
  /** ms, monotonic */
  readonly now: () => number;
}

export type Outcome =
  | { readonly reply: Omit<ChatReply, 'attempts'> }
  | { readonly failure: Failure; readonly body: Readonly<Record<string, unknown>> };

/** Sends the request once and reads the reply. What goes wrong is returned, not thrown. */
export async function sendOnce(attempt: Attempt): Promise<Outcome> {
  const { request, profile, key, asked, redact, watch, ladder, now } = attempt;
  const { form } = ladder;
  const body = requestBody(request, profile, ladder);
  const waiting = startWatch(watch);
  let failed: RequestFailed | undefined;
  const guarded = guardedFetch({
    asked,
    redact,
    now: Date.now,
    onFailure: (failure) => {
      failed = failure;
    },
  });
  const collector = collectReply({
    asked,
    redact,
    wantsObject: request.schema !== undefined,
    onReasoning: request.onReasoning ?? (() => {}),
  });
  const started = now();
  let firstPieceMs: number | undefined;
  try {
    waiting.arm(
      profile.firstPieceMs,
      silent(asked, `did not begin to answer within ${profile.firstPieceMs} ms`, 'firstPieceMs'),
    );
    const stream = await openStream({ baseUrl: profile.baseUrl, key, fetch: guarded }, body, waiting.signal);
    for await (const chunk of stream) {
      if (!collector.take(chunk)) continue;
      firstPieceMs ??= now() - started;
      waiting.arm(
        profile.stallMs,
        silent(asked, `stopped in the middle of its answer for ${profile.stallMs} ms`, 'stallMs'),
      );
    }
    // The client ends an aborted stream as if it were whole.
    if (waiting.reason) return { failure: waiting.reason, body };
    const { text, reasoning, cut, pieces, usage } = collector.finish();
    const totalMs = now() - started;
    return {
      reply: {
        text,
        reasoning,
        usage: priced(usage, profile),
        form: request.schema === undefined ? 'text' : form,
        ...(cut ? { cut } : {}),
        timing: { firstPieceMs: firstPieceMs ?? totalMs, totalMs, streamed: pieces > 1 },
      },
    };
  } catch (error) {
    return { failure: waiting.reason ?? failureOf(error, failed, asked, redact), body };
  } finally {
    waiting.release();
  }
}

function failureOf(error: unknown, failed: RequestFailed | undefined, asked: Asked, redact: Redact): Failure {
  if (failed) return failed.failure;
  if (error instanceof RequestFailed) return error.failure;
  const base = { code: 'model-failed', retry: true, serverDown: true } as const;
  if (error instanceof SyntaxError)
    return { ...base, message: `${asked.host} sent a stream that is damaged (an event is not JSON)` };
  const { error: told } = error as { error?: { message?: unknown } };
  // An error within a stream that began well (OpenRouter, vLLM).
  if (told !== undefined)
    return { ...base, message: `${asked.host} broke its answer off.${says(told.message, redact)}` };
  return networkFailure(error, asked);
}

function says(message: unknown, redact: Redact): string {
  return typeof message === 'string' && message !== '' ? ` It says: ${redact(message)}` : '';
}

function silent({ host, name }: Asked, what: string, setting: string): Failure {
  return {
    code: 'timeout',
    message: `${host} ${what}: try again, or raise "${setting}" of the profile "${name}"`,
    retry: true,
    serverDown: true,
  };
}

function priced({ inputTokens, outputTokens, cost }: ReportedUsage, { price }: Profile): Usage {
  const counted = price ? (inputTokens * price.input + outputTokens * price.output) / 1e6 : null;
  return { inputTokens, outputTokens, cost: cost ?? counted };
}
