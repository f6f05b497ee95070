import type { Cancellation } from '#wire/cancellation.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import { fromUtf8, joinBytes } from './bytes.ts';
import type { FetchInit, FetchReply, Net } from './net.ts';

/** Whom one asks, and with what. */
export interface Caller {
  readonly net: Net;
  /** Named in sentences: "Flux at api.bfl.ai". */
  readonly title: string;
  readonly key: string | undefined;
  readonly signal: Cancellation;
}

/** Largest reply that is read, bytes: a picture of 4096 px as base64 and then some. */
const REPLY_BYTES = 96 * 1024 * 1024;
const ERROR_BYTES = 64 * 1024;
const ATTEMPTS = 3;
/** Pause before the second attempt, ms; twice as long before the next. */
const PAUSE_MS = 1000;
/** Longest pause that a server may ask for, ms. */
const LONGEST_MS = 30_000;

/**
 * Asks once, and again when the server is busy or broken.
 *
 * @throws {RetouchError} with what went wrong and what to do
 */
export async function send(
  caller: Caller,
  url: string,
  init: Omit<FetchInit, 'redirect' | 'signal'>,
): Promise<Uint8Array> {
  const { net, signal } = caller;
  for (let attempt = 1; ; attempt++) {
    const sent = await trySend(caller, url, init);
    if ('bytes' in sent) return sent.bytes;
    if (!sent.again || attempt >= ATTEMPTS) throw sent.error;
    await net.wait(sent.waitMs ?? PAUSE_MS * 2 ** (attempt - 1), signal);
  }
}

type Sent =
  | { readonly bytes: Uint8Array }
  | { readonly error: RetouchError; readonly again: boolean; readonly waitMs?: number };

async function trySend(
  caller: Caller,
  url: string,
  init: Omit<FetchInit, 'redirect' | 'signal'>,
): Promise<Sent> {
  const { net, title, signal } = caller;
  try {
    const reply = await net.fetch(url, { ...init, redirect: 'manual', signal });
    if (reply.status >= 200 && reply.status < 300)
      return { bytes: await readReply(reply, REPLY_BYTES, title) };
    const words = fromUtf8(await readReply(reply, ERROR_BYTES, title).catch(() => new Uint8Array()));
    return failed(reply, words, caller);
  } catch (error) {
    stopIfAborted(signal);
    if (RetouchError.isInstance(error)) return { error, again: false };
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    const told = hide(why, caller);
    return {
      error: new RetouchError('model-failed', `${title} cannot be reached: ${told}`, { cause: error }),
      again: true,
    };
  }
}

/** A signal knows better than the request that it broke off whether time was up or somebody stopped it. */
function stopIfAborted(signal: Cancellation & { readonly reason?: unknown }): void {
  if (!signal.aborted) return;
  throw RetouchError.isInstance(signal.reason) ? signal.reason : new RetouchError('cancelled', 'Cancelled');
}

const MEANINGS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['unauthorized', 'refused the key: check that it is the right one and still valid'],
  402: ['model-failed', 'wants to be paid first: add credit to the account'],
  403: ['unauthorized', 'refused access: the key may not use this model'],
  404: ['model-failed', 'does not know this address or model: check both'],
  413: ['too-large', 'finds the picture too large: send a smaller one'],
  429: ['busy', 'has too many requests: try again later'],
};

function failed({ status, headers }: FetchReply, words: string, caller: Caller): Sent {
  const [code, meaning] = MEANINGS[status] ?? [
    'model-failed',
    status >= 500 ? `is out of order (${status})` : `refused the request (${status})`,
  ];
  const says = hide(wordsOf(words), caller);
  const error = new RetouchError(
    code,
    `${caller.title} ${meaning}${says === '' ? '' : `. It says: ${says}`}`,
  );
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const again = status === 429 || status >= 500;
  if (!(seconds >= 0)) return { error, again };
  return { error, again: again && seconds * 1000 <= LONGEST_MS, waitMs: seconds * 1000 };
}

/** The sentence in an error reply: OpenAI's `{error: {message}}`, FastAPI's `{detail}` (BFL), or the text. */
function wordsOf(body: string): string {
  if (body.trimStart().startsWith('<')) return 'a web page';
  const parsed = readJson(body);
  const error = parsed?.['error'];
  const inner =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)['message'] : error;
  const words = inner ?? parsed?.['detail'] ?? parsed?.['message'] ?? (parsed ? '' : body);
  return typeof words === 'string' ? words : JSON.stringify(words);
}

/** A JSON object of a vendor; undefined when it is none. */
export function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Words of a server that people may see: one short line without the key. */
export function hide(text: string, { key }: Pick<Caller, 'key'>): string {
  const without = key === undefined || key.length < 4 ? text : text.replaceAll(key, '[key]');
  const line = without.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

async function readReply(reply: FetchReply, most: number, title: string): Promise<Uint8Array> {
  const tooLarge = () =>
    new RetouchError('model-failed', `${title} sent a reply of more than ${most >> 20} MB`);
  if (Number(reply.headers.get('content-length') ?? 0) > most) {
    await reply.body?.getReader().cancel();
    throw tooLarge();
  }
  const reader = reply.body?.getReader();
  if (!reader) return new Uint8Array(await reply.arrayBuffer());
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || !value) return joinBytes(pieces);
    pieces.push(value);
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw tooLarge();
    }
  }
}
