import { RetouchError } from '#wire/error.ts';

/**
 * Waits for `work`, but not longer than the signal allows: work that does not listen to it is left to end unheard.
 *
 * @throws RetouchError `timeout` or `cancelled`, or what the work throws
 */
export async function withinDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    const fail = () => reject(RetouchError.wrap(signal.reason));
    if (signal.aborted) fail();
    signal.addEventListener('abort', fail);
    stop = () => signal.removeEventListener('abort', fail);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    stop();
  }
}
