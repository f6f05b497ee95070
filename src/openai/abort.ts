import type { Cancellation } from '#wire/cancellation.ts';

/** How often a cancellation that sends no events is looked at, ms. */
const LOOK_MS = 50;

/** Calls `stop` once when the cancellation comes; returns what ends the watch. */
export function whenCancelled(signal: Cancellation | undefined, stop: () => void): () => void {
  if (signal === undefined) return () => {};
  if (signal.aborted) {
    stop();
    return () => {};
  }
  if (sendsEvents(signal)) {
    signal.addEventListener('abort', stop, { once: true });
    return () => signal.removeEventListener('abort', stop);
  }
  const timer = setInterval(() => {
    if (!signal.aborted) return;
    clearInterval(timer);
    stop();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function sendsEvents(signal: Cancellation): signal is AbortSignal {
  return 'addEventListener' in signal;
}
