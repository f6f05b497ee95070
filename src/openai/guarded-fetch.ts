import { badReply, RequestFailed } from './failure.ts';
import { guardStream } from './guard-stream.ts';
import { ERROR_BYTES, REPLY_BYTES } from './limits.ts';
import { readWhole } from './read-whole.ts';
import type { Redact } from './redact.ts';
import { serverWords } from './server-words.ts';
import { type Asked, statusFailure } from './status-failure.ts';

interface Guards {
  readonly asked: Asked;
  readonly redact: Redact;
  /** ms since 1970 */
  readonly now: () => number;
  /** Told of a failure before it is thrown, since what it is thrown through may hide it. */
  readonly onFailure: (failed: RequestFailed) => void;
}

/**
 * `fetch` for the OpenAI client that lets through only what the client can read without harm: an event stream in UTF-8 of
 * bounded size. An answer in one piece is turned into a stream of one event, and everything else is a failure with its
 * reason. Redirections are not followed, because the person agreed to one host.
 */
export function guardedFetch({ asked, redact, now, onFailure }: Guards): typeof fetch {
  const fail = (failed: RequestFailed): never => {
    onFailure(failed);
    throw failed;
  };
  return async (url, init) => {
    const reply = await fetch(url, { ...init, redirect: 'manual' });
    if (!reply.ok) {
      const body = await readWhole(reply, ERROR_BYTES, 'cut').catch(() => '');
      return fail(
        new RequestFailed(
          statusFailure({ status: reply.status, headers: reply.headers, body }, asked, redact, now()),
        ),
      );
    }
    const type = reply.headers.get('content-type') ?? '';
    if (!/json|html/i.test(type)) {
      if (reply.body === null) return fail(badReply(`${asked.host} sent an empty answer`, { retry: true }));
      return new Response(guardStream(reply.body, asked.host), {
        headers: { 'content-type': 'text/event-stream' },
      });
    }
    try {
      return asStream(await readWhole(reply, REPLY_BYTES, 'refuse'), asked, redact);
    } catch (error) {
      return error instanceof RequestFailed ? fail(error) : Promise.reject(error);
    }
  };
}

/** A whole answer as a stream of one event. @throws {RequestFailed} when it is none */
function asStream(body: string, { host, name }: Asked, redact: Redact): Response {
  const text = body.trim();
  if (text.startsWith('<'))
    throw badReply(
      `${host} answers with ${redact(serverWords(text).message)} instead of a model's reply: check --base-url of "${name}"`,
    );
  let parsed: { choices?: unknown; error?: unknown };
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    const failed = badReply(`${host} sent an answer that is not whole JSON`, { retry: true });
    failed.cause = cause;
    throw failed;
  }
  const choices = Array.isArray(parsed?.choices) ? parsed.choices : undefined;
  if (choices === undefined && parsed?.error === undefined)
    throw badReply(`${host} answered, but not as a chat model does: check --base-url of "${name}"`);
  const event = {
    ...parsed,
    ...(choices ? { choices: choices.map((choice) => ({ ...choice, delta: choice?.message })) } : {}),
  };
  return new Response(`data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  });
}
