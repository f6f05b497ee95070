import { RetouchError } from '#wire/error.ts';

/**
 * Waits for `work`, but not longer than the signal allows: work that does not listen to it is left to end unheard.
 *
 * @throws RetouchError `timeout` or `cancelled`, or what the work throws
 */
export async function withinDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    const fail = () => reject(reasonOf(signal));
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

/** The reason is a `TimeoutError` by `AbortSignal.timeout`; whatever else it is, the client went away. */
function reasonOf({ reason }: AbortSignal): RetouchError {
  if (reason?.name === 'TimeoutError') return RetouchError.wrap(reason);
  return new RetouchError('cancelled', 'The client went away', { cause: reason });
}
