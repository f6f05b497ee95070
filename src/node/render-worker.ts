import { parentPort } from 'node:worker_threads';
import { createPartRunner } from './part-runner.ts';

/** Entry of the worker bundle. */
const run = createPartRunner(
  (message) => {
    if (message.type === 'picture')
      return parentPort?.postMessage(message, [message.data.buffer as ArrayBuffer]);
    if (message.type !== 'bytes') return parentPort?.postMessage(message);
    // Encoders hand out parts of buffers that are not theirs alone, which cannot be moved.
    const bytes = message.bytes.slice();
    return parentPort?.postMessage({ ...message, bytes }, [bytes.buffer]);
  },
  () => undefined,
);
parentPort?.on('message', run);
