import type { RetouchEvent, RetouchJobRequest, RetouchStatus } from '#wire/api.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import type { RetouchResult } from '#wire/result.ts';
import { readEvents } from './event-stream.ts';
import { type Connection, send } from './request.ts';

/** The calls that following a job takes. */
interface JobCalls {
  startRetouch(request: RetouchJobRequest, signal?: AbortSignal): Promise<string>;
  retouchStatus(id: string, since: number, signal?: AbortSignal): Promise<RetouchStatus>;
  cancelRetouch(id: string): Promise<void>;
  watchRetouch(id: string, options: WatchOptions): Promise<void>;
}

export interface WatchOptions {
  readonly onEvent: (event: RetouchEvent) => void;
  readonly signal?: AbortSignal;
  /** Default: `stream`, falling back to `poll` where replies cannot be read as they arrive. */
  readonly transport?: 'stream' | 'poll';
  /** Milliseconds between two polls. Default 150. */
  readonly pollMs?: number;
}

/**
 * Tells every event of a job once and in order, until it ends. A stream that breaks is carried on by polling.
 *
 * @throws RetouchError `cancelled`, `not-found`, `model-failed`
 */
export async function watchRetouch(
  connection: Connection,
  client: JobCalls,
  id: string,
  options: WatchOptions,
): Promise<void> {
  const { signal, transport = 'stream', pollMs = 150 } = options;
  let seen = 0;
  const tell = (event: RetouchEvent) => {
    if (event.sequence <= seen) return;
    seen = event.sequence;
    options.onEvent(event);
  };
  if (transport === 'stream' && (await streamEvents(connection, id, signal, tell))) return;
  for (;;) {
    const { status, events } = await client.retouchStatus(id, seen, signal);
    for (const event of events) tell(event);
    if (status !== 'running') return;
    await wait(pollMs, signal);
  }
}

/** @returns whether the stream told the job's end */
async function streamEvents(
  connection: Connection,
  id: string,
  signal: AbortSignal | undefined,
  tell: (event: RetouchEvent) => void,
): Promise<boolean> {
  const reply = await send(connection, {
    method: 'GET',
    path: `/v1/retouches/${encodeURIComponent(id)}/events`,
    signal,
  });
  if (reply.body === undefined || reply.body === null) return false;
  const reader = reply.body.getReader();
  // `fetch` ends the reading by itself where it can; this also works where it cannot.
  const stop = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', stop);
  let ended = false;
  try {
    await readEvents(reader, (data) => {
      const event = JSON.parse(data) as RetouchEvent;
      tell(event);
      ended = event.type === 'result-ready' || event.type === 'job-failed';
    });
  } catch {
    // The connection broke: polling carries on, and says so if the service is gone.
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  if (signal?.aborted && !ended) throw new RetouchError('cancelled', 'The retouch was cancelled');
  return ended;
}

/** Starts a job, watches it, and gives its result. */
export async function runRetouch(
  client: JobCalls,
  request: RetouchJobRequest,
  options: Partial<WatchOptions> = {},
): Promise<RetouchResult> {
  const id = await client.startRetouch(request, options.signal);
  let last: RetouchEvent | undefined;
  const onEvent = (event: RetouchEvent) => {
    last = event;
    options.onEvent?.(event);
  };
  try {
    await client.watchRetouch(id, { ...options, onEvent });
  } catch (error) {
    // The service would notice by itself after a while; this spares it the work. What went wrong is `error`.
    if (options.signal?.aborted) await client.cancelRetouch(id).catch(() => {});
    throw error;
  }
  if (last?.type === 'result-ready') return last.result;
  if (last?.type === 'job-failed') throw new RetouchError(last.code as ErrorCode, last.message);
  throw new RetouchError('model-failed', 'The retouch ended without a result');
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(new RetouchError('cancelled', 'The retouch was cancelled'));
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
