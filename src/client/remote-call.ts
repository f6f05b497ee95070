import type * as z from 'zod';
import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import type { ModelReports, ModelUsage } from '#wire/usage.ts';

/**
 * Asks a model at another address and checks what it says.
 *
 * @throws RetouchError `cancelled`, or `model-failed` for everything else that can go wrong there
 */
export async function askModel<T>(
  who: string,
  schema: z.ZodType<T>,
  ask: () => Promise<unknown>,
): Promise<T> {
  let reply: unknown;
  try {
    reply = await ask();
  } catch (error) {
    const { code, message } = RetouchError.wrap(error);
    if (code === 'cancelled') throw error;
    throw new RetouchError('model-failed', `${who} did not answer: ${message}`, { cause: error });
  }
  const checked = schema.safeParse(reply);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new RetouchError(
    'model-failed',
    `${who} answered with something else than version 1 of the protocol says (${path.join('.')}: ${message})`,
  );
}

/** The signal to hand to `fetch`, when the cancellation is one. */
export function signalOf(cancellation: Cancellation | undefined): AbortSignal | undefined {
  return cancellation !== undefined && 'addEventListener' in cancellation
    ? (cancellation as AbortSignal)
    : undefined;
}

/** Passes on what the other service tells of the models it asked. */
export function tellReports(
  {
    notes = [],
    usage,
  }: { readonly notes?: readonly string[] | undefined; readonly usage?: ModelUsage | undefined },
  { onNote, onUsage }: ModelReports,
): void {
  for (const note of notes) onNote?.(note);
  if (usage) onUsage?.(usage);
}
