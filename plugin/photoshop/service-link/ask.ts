import type { Fetch, FetchReply } from '#client/fetch.ts';
import { decodeUtf8 } from '#xmp/text.ts';
import { type Failure, failureOfThrow } from './failure.ts';
import type { Timers } from './timers.ts';

/** Milliseconds for one small question; a stalled one must not keep the panel waiting. */
const PATIENCE = 5000;

export interface Answer {
  readonly status: number;
  /** Content type, lower case; empty without one. */
  readonly type: string;
  /** Null when it is not JSON. */
  readonly body: unknown;
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly token?: string;
  readonly signal: AbortSignal;
}

export type Ask = (url: string, question: Question) => Promise<Answer | { readonly failure: Failure }>;

/** Asks one small thing and waits for the whole answer, but not for ever. */
export function createAsk(fetch: Fetch, timers: Timers): Ask {
  return async (url, { method, body, token, signal }) => {
    const controller = new AbortController();
    let handle: unknown;
    let stop = () => {};
    // Not every host gives up a request when its signal fires, so the waiting itself ends.
    const given = new Promise<never>((_, reject) => {
      const giveUp = (name: string, message: string) => {
        reject(Object.assign(new Error(message), { name }));
        controller.abort();
      };
      stop = () => giveUp('AbortError', 'Given up');
      handle = timers.setTimeout(
        () => giveUp('TimeoutError', `No answer within ${PATIENCE / 1000} s`),
        PATIENCE,
      );
    });
    signal.addEventListener('abort', stop);
    try {
      const headers: Record<string, string> = { Accept: 'application/json' };
      if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      const init = { method, headers, signal: controller.signal, ...(body === undefined ? {} : { body }) };
      return await Promise.race([readAnswer(fetch(url, init)), given]);
    } catch (error) {
      return { failure: failureOfThrow(url, error) };
    } finally {
      timers.clearTimeout(handle);
      signal.removeEventListener('abort', stop);
    }
  };
}

async function readAnswer(asked: Promise<FetchReply>): Promise<Answer> {
  const reply = await asked;
  const type = (reply.headers.get('Content-Type') ?? '').toLowerCase();
  const text = decodeUtf8(new Uint8Array(await reply.arrayBuffer()));
  return { status: reply.status, type, body: parsed(text) };
}

/** Something else than JSON is an answer too. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
