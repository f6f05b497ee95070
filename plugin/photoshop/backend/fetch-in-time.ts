import type { Fetch, FetchInit } from '#client/fetch.ts';
import { RetouchError } from '#wire/error.ts';

/**
 * A `fetch` that does not wait for ever: neither for the reply nor for its body. It ends by itself when the time is up
 * or the signal fires, since not every host gives up a request then.
 *
 * @param patience milliseconds for a request to this address
 */
export function fetchInTime(fetch: Fetch, patience: (url: string) => number): Fetch {
  return async (url, init) => {
    const milliseconds = patience(url);
    const reply = await inTime(milliseconds, init, (signal) => fetch(url, { ...init, signal }));
    const { ok, status, headers, body } = reply;
    return {
      ok,
      status,
      headers,
      json: () => inTime(milliseconds, init, () => reply.json()),
      arrayBuffer: () => inTime(milliseconds, init, () => reply.arrayBuffer()),
      ...(body === undefined ? {} : { body }),
    };
  };
}

function inTime<T>(
  milliseconds: number,
  { signal }: FetchInit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let settle = () => {};
  const waiting = new Promise<never>((_, reject) => {
    const end = (error: RetouchError) => {
      reject(error);
      controller.abort();
    };
    const stop = () => end(new RetouchError('cancelled', 'The request was cancelled'));
    const timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1000);
      end(new RetouchError('timeout', `The service did not answer within ${seconds} s`));
    }, milliseconds);
    settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
  });
  return Promise.race([waiting, work(controller.signal)]).finally(settle);
}
