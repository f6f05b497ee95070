import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Renderer } from '#render/renderer.ts';
import { RetouchError } from '#wire/error.ts';
import { type RenderJob, runRenderJob, sendJob } from './render-job.ts';
import { createTurns } from './turns.ts';

/** What a worker answers to a job. */
export type WorkerReply =
  | { readonly file: Uint8Array }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Renders and encodes full-size pictures beside the main thread. */
export interface RenderPool {
  /**
   * Runs when a worker is free. A job whose worker dies (out of memory, crash) fails alone.
   *
   * @throws RetouchError what decoding, rendering or encoding says; `cancelled`; `internal` when the worker died
   */
  render(job: RenderJob, signal?: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface RenderPoolOptions {
  /** Renders in this process when there is no worker file (running from the sources). */
  readonly renderer: Renderer;
  /** Default: `render-worker.js` beside the bundle. */
  readonly workerFile?: URL;
  /** How many at once. Default: the processors, at most 4 (each holds a full-size photo). */
  readonly workers?: number;
}

export function createRenderPool(options: RenderPoolOptions): RenderPool {
  const workerFile = options.workerFile ?? new URL('./render-worker.js', import.meta.url);
  const usesWorkers = existsSync(fileURLToPath(workerFile));
  const limit = usesWorkers ? (options.workers ?? Math.min(4, availableParallelism())) : 1;
  const workers = new Set<Worker>();
  const idle = new Set<Worker>();
  const turns = createTurns(limit);

  async function renderNow(job: RenderJob, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (signal?.aborted) throw new RetouchError('cancelled', 'The rendering was cancelled');
    if (!usesWorkers) return runRenderJob(job, options.renderer, signal);
    const [worker = startWorker()] = idle;
    idle.delete(worker);
    const file = await askWorker(worker, job, signal);
    worker.unref();
    // One that ended right after its answer is gone already: its exit was told together with the answer.
    if (workers.has(worker)) idle.add(worker);
    return file;
  }

  function startWorker(): Worker {
    const worker = new Worker(workerFile);
    workers.add(worker);
    // Without a listener an error would end the process; during a job `askWorker` reports it.
    worker.on('error', () => {});
    worker.on('exit', () => {
      workers.delete(worker);
      idle.delete(worker);
    });
    return worker;
  }

  return {
    render: (job, signal) => turns.run(() => renderNow(job, signal)),
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

function askWorker(worker: Worker, job: RenderJob, signal: AbortSignal | undefined): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      act();
    };
    const fail = (error: RetouchError) =>
      settle(() => {
        void worker.terminate();
        reject(error);
      });
    const onMessage = (reply: WorkerReply) =>
      'file' in reply
        ? settle(() => resolve(reply.file))
        : fail(new RetouchError(reply.error.code as RetouchError['code'], reply.error.message));
    const onError = (cause: unknown) =>
      fail(
        new RetouchError('internal', 'The rendering failed: its worker ran out of memory or crashed', {
          cause,
        }),
      );
    const onExit = () => onError(undefined);
    const onAbort = () => fail(new RetouchError('cancelled', 'The rendering was cancelled'));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.ref();
    try {
      worker.postMessage(sendJob(job));
    } catch (cause) {
      fail(new RetouchError('internal', 'The rendering could not be handed to its worker', { cause }));
    }
  });
}
