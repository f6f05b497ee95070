import { RetouchError } from '#wire/error.ts';
import type { Command } from './command.ts';
import type { ExecutionContext, Photoshop } from './photoshop.ts';
import { play } from './play.ts';

/** Seconds to wait while another plug-in, a dialog or a tool holds Photoshop. */
const PATIENCE = 5;
/** Number of the error of a collision with another modal state. */
const COLLISION = 9;

export interface ModalOptions {
  /** What the person reads in the progress bar. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

/** What can be done while Photoshop is ours. There is no way to the network from here, so nothing waits for it. */
export interface ModalScope {
  /** Reads or changes. @throws RetouchError `cancelled` once the person or the caller stopped it */
  play<Reply>(command: Command<Reply>): Promise<Reply>;
  /** @param done 0…1 */
  progress(done: number): void;
  /** @throws RetouchError `cancelled` */
  check(): void;
  /**
   * Everything that `work` does becomes one history state with this name; nothing at all when it fails.
   */
  asOneState<T>(documentId: number, name: string, work: () => Promise<T>): Promise<T>;
  /** Everything that `work` does is taken back once it is done: the document is as it was, its history too. */
  andTakeBack<T>(documentId: number, work: () => Promise<T>): Promise<T>;
  /** Photoshop closes this document by itself should we not come back. Answers how to take that back. */
  closeOnExit(documentId: number): Promise<() => Promise<void>>;
}

export type RunModal = <T>(options: ModalOptions, work: (scope: ModalScope) => Promise<T>) => Promise<T>;

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * The one way to change a document. Work is done one after the other, so that the plug-in never collides with itself.
 *
 * Photoshop wraps errors that leave a modal scope and takes their class and code away; they are carried out as values
 * and thrown outside. A cancellation by the person does leave the scope as an error, as the host asks for.
 *
 * @throws RetouchError `busy` while another program part holds Photoshop, `cancelled`, or what `work` threw
 */
export function createModalRunner(photoshop: Photoshop): RunModal {
  let last: Promise<unknown> = Promise.resolve();
  return (options, work) => {
    const mine = last.then(
      () => runModal(photoshop, options, work),
      () => runModal(photoshop, options, work),
    );
    last = mine.catch(() => {});
    return mine;
  };
}

/** One modal scope; see `createModalRunner`, which keeps scopes from colliding. */
export async function runModal<T>(
  photoshop: Photoshop,
  { name, signal }: ModalOptions,
  work: (scope: ModalScope) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new RetouchError('cancelled', 'Cancelled');
  let stopped = false;
  let outcome: Outcome<T>;
  try {
    outcome = await photoshop.core.executeAsModal<Outcome<T>>(
      async (context) => {
        context.onCancel = () => {
          stopped = true;
        };
        const isStopped = () => stopped || context.isCancelled;
        try {
          return { ok: true, value: await work(openScope(photoshop, context, isStopped, signal)) };
        } catch (error) {
          stopped = isStopped();
          if (stopped) throw error;
          return { ok: false, error };
        }
      },
      { commandName: name, timeOut: PATIENCE },
    );
  } catch (error) {
    throw stopped ? new RetouchError('cancelled', 'Cancelled in Photoshop', { cause: error }) : held(error);
  }
  if (outcome.ok) return outcome.value;
  throw RetouchError.wrap(outcome.error);
}

function openScope(
  photoshop: Photoshop,
  context: ExecutionContext,
  isStopped: () => boolean,
  signal: AbortSignal | undefined,
): ModalScope {
  const { hostControl } = context;
  const scope: ModalScope = {
    async play(command) {
      scope.check();
      return play(photoshop, command);
    },
    progress: (value) => context.reportProgress({ value }),
    check() {
      if (isStopped() || signal?.aborted) throw new RetouchError('cancelled', 'Cancelled');
    },
    async asOneState(documentID, name, work) {
      const suspension = await hostControl.suspendHistory({ documentID, name });
      let value: Awaited<ReturnType<typeof work>>;
      try {
        value = await work();
        scope.check();
      } catch (error) {
        await hostControl.resumeHistory(suspension, false).catch((refused: unknown) => {
          // After a cancellation the host may refuse everything; it rolls back when the error leaves the scope.
          if (!isStopped()) throw refused;
        });
        throw error;
      }
      suspension.finalName = name;
      await hostControl.resumeHistory(suspension, true);
      return value;
    },
    async andTakeBack(documentID, work) {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'RetouchIQ' });
      try {
        return await work();
      } finally {
        await hostControl.resumeHistory(suspension, false).catch((refused: unknown) => {
          // As above: a cancelled scope takes everything back when it is left.
          if (!isStopped()) throw refused;
        });
      }
    },
    async closeOnExit(documentID) {
      await hostControl.registerAutoCloseDocument(documentID);
      return () => hostControl.unregisterAutoCloseDocument(documentID);
    },
  };
  return scope;
}

/** A scope that was never entered. */
function held(error: unknown): RetouchError {
  const { number, message } = (error ?? {}) as { number?: unknown; message?: unknown };
  if (number !== COLLISION) return RetouchError.wrap(error);
  const who = typeof message === 'string' ? /^Plugin: (\S+) is running/.exec(message)?.[1] : undefined;
  return new RetouchError(
    'busy',
    who === undefined
      ? 'Photoshop is busy with a dialog, a text edit or another command: finish that and try again'
      : `The plug-in ${who} is using Photoshop at the moment: try again when it is done`,
    { cause: error },
  );
}
