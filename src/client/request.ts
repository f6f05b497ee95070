import { type ErrorCode, RetouchError } from '#wire/error.ts';
import { type Fetch, type FetchReply, globalFetch } from './fetch.ts';

export interface Connection {
  /** `http://127.0.0.1:4815`; empty for the page's own service. */
  readonly baseUrl: string;
  readonly token?: string;
  readonly fetch?: Fetch;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, or as it is when it is bytes. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request.
 *
 * @throws RetouchError with the code of the service's reply; `cancelled`; `model-failed` when it cannot be reached
 */
export async function send(connection: Connection, call: Call): Promise<FetchReply> {
  const { baseUrl, token, fetch = globalFetch } = connection;
  const isFile = call.body instanceof Uint8Array;
  const body =
    call.body === undefined ? undefined : isFile ? (call.body as Uint8Array) : JSON.stringify(call.body);
  const headers: Record<string, string> = {};
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
  let reply: FetchReply;
  try {
    reply = await fetch(`${baseUrl.replace(/\/+$/, '')}${call.path}`, {
      method: call.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (cause) {
    if (call.signal?.aborted) throw new RetouchError('cancelled', 'The request was cancelled', { cause });
    // A `fetch` that knows better, such as one with a time limit.
    if (RetouchError.isInstance(cause)) throw cause;
    const where = baseUrl === '' ? 'The service' : `The service at ${baseUrl}`;
    throw new RetouchError('model-failed', `${where} cannot be reached: is it running?`, { cause });
  }
  if (!reply.ok) throw await errorOf(reply);
  return reply;
}

/** @throws RetouchError like `send`, and `model-failed` when the reply is not JSON */
export async function sendForJson<T>(connection: Connection, call: Call): Promise<T> {
  const reply = await send(connection, call);
  try {
    return (await reply.json()) as T;
  } catch (cause) {
    if (call.signal?.aborted) throw new RetouchError('cancelled', 'The request was cancelled', { cause });
    if (RetouchError.isInstance(cause)) throw cause;
    throw new RetouchError(
      'model-failed',
      // What `fetch` throws for the network; a text that is not JSON is a SyntaxError.
      (cause as Error | undefined)?.name === 'TypeError'
        ? 'The reply of the service broke off: is it still running?'
        : 'The reply of the service is not JSON: is this address a RetouchIQ service?',
      { cause },
    );
  }
}

async function errorOf(reply: FetchReply): Promise<RetouchError> {
  const body = (await reply.json().catch(() => null)) as {
    error?: { code?: unknown; message?: unknown };
  } | null;
  const { code, message } = body?.error ?? {};
  if (typeof code === 'string' && typeof message === 'string')
    return new RetouchError(code as ErrorCode, message);
  return new RetouchError(
    'model-failed',
    `The service answered with status ${reply.status} and no explanation`,
  );
}
