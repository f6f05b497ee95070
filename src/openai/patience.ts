import type { Cancellation } from '#wire/cancellation.ts';
import { toRetouchError } from './failure.ts';
import { startWatch } from './watch.ts';

/** What a policy or judge that asks a model may take by itself. */
export interface Patience {
  /** All questions together, ms: what a job has left then belongs to whoever takes over. */
  readonly ms: number;
  /** Who is waited for, for people. */
  readonly who: string;
}

/**
 * Does `work`, which has to end when the signal it is given fires: at the person's wish, or when it has taken too long.
 *
 * @throws {RetouchError} `cancelled` or `timeout`, whatever the work throws then; else what the work throws
 */
export async function withPatience<T>(
  { ms, who }: Patience,
  signal: Cancellation | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const watch = startWatch(signal);
  const message = `${who} was not done after ${Math.round(ms / 1000)} s`;
  watch.arm(ms, { code: 'timeout', message, retry: false, serverDown: false });
  try {
    return await work(watch.signal);
  } catch (error) {
    if (watch.reason) throw toRetouchError(watch.reason, error);
    throw error;
  } finally {
    watch.release();
  }
}
