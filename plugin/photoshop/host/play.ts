import { RetouchError } from '#wire/error.ts';
import type { Command } from './command.ts';
import type { Descriptor, Photoshop } from './photoshop.ts';

/** `userCanceledErr` of the host. */
const CANCELLED = -128;

/**
 * Plays one command. `batchPlay` resolves even when the host refused: the refusal is an element of the reply.
 *
 * @throws RetouchError `cancelled` when the person stopped it, `internal` when the host refused or answered oddly
 */
export async function play<Reply>({ action }: Photoshop, command: Command<Reply>): Promise<Reply> {
  const descriptor = { ...command.descriptor, _options: { dialogOptions: 'silent' } };
  const [reply] = await action.batchPlay([descriptor], {}).catch((cause: unknown) => {
    throw refusal(command, messageOf((cause ?? {}) as Descriptor), cause);
  });
  if (reply === undefined) throw refusal(command, 'it did not answer');
  if (reply['_obj'] === 'error') {
    if (reply['result'] === CANCELLED) throw new RetouchError('cancelled', 'Cancelled in Photoshop');
    throw refusal(command, messageOf(reply));
  }
  const parsed = command.reply.safeParse(reply);
  if (!parsed.success) throw refusal(command, 'its answer has another form than expected', parsed.error);
  return parsed.data;
}

function messageOf({ message, result }: { readonly message?: unknown; readonly result?: unknown }): string {
  const text = typeof message === 'string' && message.trim() !== '' ? message.trim() : 'no reason given';
  return typeof result === 'number' ? `${text} (${result})` : text;
}

function refusal({ what }: Command, why: string, cause?: unknown): RetouchError {
  return new RetouchError('internal', `Photoshop would not ${what}: ${why}`, { cause });
}
