import { parentPort } from 'node:worker_threads';
import { embeddedRenderer } from '#render/pipeline.ts';
import { RetouchError } from '#wire/error.ts';
import { receiveJob, runRenderJob, type SentRenderJob } from './render-job.ts';
import type { WorkerReply } from './worker-pool.ts';

/** Entry of the worker bundle: one job at a time, one reply each. */
parentPort?.on('message', async (job: SentRenderJob) => {
  try {
    const file = await runRenderJob(receiveJob(job), embeddedRenderer);
    // Encoders may hand out a part of a shared buffer, which cannot be moved.
    const own = new Uint8Array(file);
    const reply: WorkerReply = { file: own };
    parentPort?.postMessage(reply, [own.buffer]);
  } catch (error) {
    const { code, message } = RetouchError.wrap(error);
    const reply: WorkerReply = { error: { code, message } };
    parentPort?.postMessage(reply);
  }
});
