import { whenCancelled } from '#openai/abort.ts';
import type { Cancellation } from '#wire/cancellation.ts';

/** All at once, in order of the items. The first that fails stops the others, whose answers nobody would use. */
export async function together<T, R>(
  items: readonly T[],
  signal: Cancellation | undefined,
  work: (item: T, signal: Cancellation) => Promise<R>,
): Promise<R[]> {
  const controller = new AbortController();
  const forget = whenCancelled(signal, () => controller.abort());
  const guarded = async (item: T) => {
    try {
      return await work(item, controller.signal);
    } catch (error) {
      controller.abort();
      throw error;
    }
  };
  try {
    return await Promise.all(items.map(guarded));
  } finally {
    forget();
  }
}
