import type { RetouchEvent } from '#wire/api.ts';
import type { Job } from './jobs.ts';

/** Proxies close silent connections after a minute or less. */
const HEARTBEAT_MS = 15_000;

/** The job's events after `since` as `text/event-stream`; ends with the job. */
export function eventStream(job: Job, since: number): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS).unref();
      let ended = false;
      const unwatch = job.watch(since, (event) => {
        if (event !== undefined) return send(formatEvent(event));
        ended = true;
        clearInterval(heartbeat);
        controller.close();
      });
      stop = () => {
        clearInterval(heartbeat);
        unwatch();
      };
      if (ended) stop();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' } });
}

function formatEvent(event: RetouchEvent): string {
  return `event: ${event.type}\nid: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;
}
