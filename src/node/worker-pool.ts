import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Raster } from '#image/raster.ts';
import type { RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { concatBytes } from './bytes.ts';
import { cancelledError, type OnFile, runJob } from './job-run.ts';
import { LocalSlot } from './local-slot.ts';
import { runPreview } from './preview-run.ts';
import { isDivisible, type RenderJob, type RenderVersion, sendJob } from './render-job.ts';
import type { Slot } from './slot.ts';
import { WorkerSlot } from './worker-slot.ts';

/** One rendering of one photo. */
export interface SingleJob extends Omit<RenderJob, 'versions'>, RenderVersion {}

/** Renders beside the main thread: full-size pictures each in parts on all workers, previews each on one. */
export interface RenderPool {
  /**
   * A job whose worker dies (out of memory, crash) fails alone.
   *
   * @throws RetouchError what decoding, rendering or encoding says; `cancelled`; `internal` when a worker died
   */
  render(job: SingleJob, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * Several versions of one photo, which is decoded once. Ends when `onFile` has taken the last of them; a failure of
   * it ends the job.
   *
   * @throws RetouchError as `render`
   */
  renderVersions(job: RenderJob, onFile: OnFile, signal?: AbortSignal): Promise<void>;
  /**
   * An opened photo, as it is looked at; several at once on all workers, or in this process while they render jobs.
   *
   * @throws RetouchError as `render`
   */
  preview(source: RenderSource, settings: Settings, signal?: AbortSignal): Promise<Raster>;
  /** Starts the workers, so that the first job need not wait for it. */
  warm(): void;
  close(): Promise<void>;
}

export interface RenderPoolOptions {
  /** Default: `render-worker.js` beside the bundle. Where there is none (running from the sources), this process renders alone. */
  readonly workerFile?: URL;
  /** In how many parts a picture is rendered. Default: the processors, at most 4. */
  readonly workers?: number;
  /** This process, which has nothing else to do, takes the place of one worker: a command then starts sooner. */
  readonly takesPart?: boolean;
  /** What a worker's heap may take (pixels lie outside of it). Default: Node's own limit. */
  readonly heapMegabytes?: number;
}

export function createRenderPool(options: RenderPoolOptions = {}): RenderPool {
  const workerFile = options.workerFile ?? new URL('./render-worker.js', import.meta.url);
  const hasWorkers = existsSync(fileURLToPath(workerFile));
  const count = hasWorkers ? (options.workers ?? Math.min(4, availableParallelism())) : 1;
  const slots: Slot[] = Array.from({ length: count }, (_, index) =>
    !hasWorkers || (index === 0 && options.takesPart)
      ? new LocalSlot()
      : new WorkerSlot(workerFile, options.heapMegabytes),
  );

  /** For previews while jobs run: whoever moves a slider does not wait for an export. */
  const here = new LocalSlot();
  let jobs = 0;

  async function renderVersions(job: RenderJob, onFile: OnFile, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw cancelledError();
    jobs += 1;
    try {
      await runJob(sendJob(job), isDivisible(job) ? slots : [leastBusy(slots)], onFile, signal);
    } finally {
      jobs -= 1;
    }
  }

  return {
    async render({ settings, output, ...job }, signal) {
      let file: Uint8Array | undefined;
      const versions = [{ settings, output }];
      await renderVersions({ ...job, versions }, (_, pieces) => void (file = concatBytes(pieces)), signal);
      return file!;
    },
    renderVersions,
    preview: (source, settings, signal) =>
      runPreview(jobs > 0 ? here : leastBusy(slots), source, settings, signal),
    warm() {
      for (const slot of slots) slot.warm();
    },
    async close() {
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}

function leastBusy(slots: readonly Slot[]): Slot {
  return slots.reduce((best, slot) => (slot.load < best.load ? slot : best));
}
