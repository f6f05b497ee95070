import { RetouchError } from '#wire/error.ts';
import { memoryError } from './memory-error.ts';
import type { FromPart, ToPart } from './part-messages.ts';
import type { SentRenderJob } from './render-job.ts';
import type { Slot, SlotTask } from './slot.ts';

/** How long a part may take to stop between two strips before its worker is ended. */
const PATIENCE_MS = 2000;

/** Takes the file of a version, in pieces; versions are ready in their order. */
export type OnFile = (version: number, pieces: readonly Uint8Array[]) => Promise<void> | void;

/** A part of a running job. */
interface Part {
  readonly slot: Slot;
  readonly task: SlotTask;
  hasEnded: boolean;
  post?: (message: ToPart) => void;
  /** Its bytes of the versions that are not put together yet. */
  readonly bytes: Map<number, Uint8Array[]>;
  /** How many versions it has finished. */
  finished: number;
  readonly given: Map<string, unknown>;
}

/**
 * Runs a job's parts, one in each slot, passes on what they tell each other, and puts their bytes together.
 *
 * @throws RetouchError what a part or `onFile` says; `cancelled`; `internal` when a worker died. The other parts are
 *   stopped.
 */
export function runJob(
  job: SentRenderJob,
  slots: readonly Slot[],
  onFile: OnFile,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const onAbort = () => fail(cancelledError());
    const handedOver: Promise<void>[] = [];
    let failed = false;

    const parts = slots.map((slot, index): Part => {
      const part: Part = {
        slot,
        hasEnded: false,
        bytes: new Map(),
        finished: 0,
        given: new Map(),
        task: {
          start(post) {
            part.post = post;
            post({ type: 'part', job, index, count: slots.length, stop });
          },
          hear: (message) => hear(part, message),
          lost(cause) {
            part.hasEnded = true;
            fail(memoryError(cause) ?? lostError(cause));
          },
        },
      };
      return part;
    });

    function hear(part: Part, message: FromPart): boolean {
      switch (message.type) {
        case 'bytes':
          if (message.isHead) listIn(parts[0]!.bytes, message.version).unshift(message.bytes);
          else listIn(part.bytes, message.version).push(message.bytes);
          return false;
        case 'finished':
          part.finished += 1;
          handOver();
          return false;
        case 'picture':
          return false;
        case 'gather':
          part.given.set(message.name, message.value);
          passOn(message.name);
          return false;
        case 'failed':
          part.hasEnded = true;
          fail(new RetouchError(message.code, message.message));
          return true;
        case 'done':
          part.hasEnded = true;
          part.finished = job.versions.length;
          // Whoever waits for this part waits for nothing.
          for (const other of parts) for (const name of other.given.keys()) passOn(name);
          handOver();
          return true;
      }
    }

    /** Tells all what each gave, when all have given or ended. */
    function passOn(name: string): void {
      if (failed || !parts.every(({ given, hasEnded }) => hasEnded || given.has(name))) return;
      const values = parts.map(({ given }) => given.get(name));
      for (const { given, hasEnded, post } of parts)
        if (given.delete(name) && !hasEnded) post?.({ type: 'gathered', name, values });
    }

    /** Hands over the versions that all parts have finished; the last one ends the job. */
    function handOver(): void {
      while (!failed && parts.every(({ finished }) => finished > handedOver.length)) {
        const version = handedOver.length;
        const pieces = parts.flatMap(({ bytes }) => bytes.get(version) ?? []);
        for (const { bytes } of parts) bytes.delete(version);
        handedOver.push(Promise.resolve(onFile(version, pieces)).catch((error) => fail(error)));
        if (handedOver.length === job.versions.length) void succeed();
      }
    }

    async function succeed(): Promise<void> {
      await Promise.all(handedOver);
      signal?.removeEventListener('abort', onAbort);
      if (!failed) resolve();
    }

    function fail(error: unknown): void {
      if (failed) return;
      failed = true;
      signal?.removeEventListener('abort', onAbort);
      Atomics.store(stop, 0, 1);
      for (const part of parts) {
        if (part.hasEnded || part.slot.remove(part.task)) continue;
        part.post?.({ type: 'stop' });
        setTimeout(() => part.slot.end(part.task), PATIENCE_MS).unref();
      }
      reject(error);
    }

    signal?.addEventListener('abort', onAbort);
    for (const { slot, task } of parts) slot.add(task);
  });
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

export function cancelledError(): RetouchError {
  return new RetouchError('cancelled', 'The rendering was cancelled');
}

export function lostError(cause: unknown): RetouchError {
  return new RetouchError('internal', 'The rendering failed: its worker ran out of memory or crashed', {
    cause,
  });
}
