import { RetouchError } from '#wire/error.ts';
import type { PartLink } from './part-link.ts';
import type { FromPart, ToPart } from './part-messages.ts';
import { receiveJob } from './render-job.ts';
import { renderPart } from './render-part.ts';
import { renderPreview } from './render-preview.ts';

interface Waiting {
  readonly resolve: (values: readonly never[]) => void;
  readonly reject: (error: RetouchError) => void;
}

/**
 * Runs parts and previews as messages ask for them, one at a time.
 *
 * @param post takes what is to be told
 * @param turn lets others have their turn between strips; undefined where there are none
 * @returns takes the messages
 */
export function createPartRunner(
  post: (message: FromPart) => void,
  turn: () => Promise<void> | undefined,
): (message: ToPart) => void {
  /** What the running part waits for, by name. */
  const waiting = new Map<string, Waiting>();

  async function run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      post({ type: 'done' });
    } catch (error) {
      const { code, message } = RetouchError.wrap(error);
      post({ type: 'failed', code, message });
    } finally {
      waiting.clear();
    }
  }

  function linkOf({ index, count, stop }: ToPart & { type: 'part' }): PartLink {
    const isStopped = () => Atomics.load(stop, 0) !== 0;
    return {
      index,
      count,
      turn() {
        if (isStopped()) throw cancelledError();
        return turn();
      },
      gather: <T>(name: string, value: T) =>
        new Promise<readonly T[]>((resolve, reject) => {
          if (isStopped()) return reject(cancelledError());
          waiting.set(name, { resolve, reject });
          post({ type: 'gather', name, value });
        }),
      deliver: (version, bytes, isHead = false) => post({ type: 'bytes', version, bytes, isHead }),
      finish: () => post({ type: 'finished' }),
    };
  }

  function stopWaiting(): void {
    for (const { reject } of waiting.values()) reject(cancelledError());
    waiting.clear();
  }

  return (message) => {
    if (message.type === 'part') void run(() => renderPart(receiveJob(message.job), linkOf(message)));
    else if (message.type === 'preview')
      void run(async () => {
        const data = await renderPreview(message.source, message.settings, turn);
        post({ type: 'picture', data });
      });
    else if (message.type === 'stop') stopWaiting();
    else {
      waiting.get(message.name)?.resolve(message.values as readonly never[]);
      waiting.delete(message.name);
    }
  };
}

function cancelledError(): RetouchError {
  return new RetouchError('cancelled', 'The rendering was cancelled');
}
