import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import type { Fetch, Net } from './net.ts';

interface Controller {
  readonly signal: Listening;
  abort(reason: unknown): void;
}
type Listening = Cancellation & {
  readonly reason?: unknown;
  addEventListener?(type: 'abort', listener: () => void): void;
  removeEventListener?(type: 'abort', listener: () => void): void;
};

/** Named here, because portable code is compiled without the types of any runtime; all of ours have these. */
interface Runtime {
  readonly fetch: Fetch;
  readonly AbortController: new () => Controller;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The net of browsers, Node and UXP. */
export function webNet(runtime: Runtime = globalThis as unknown as Runtime): Net {
  const onAbort = (signal: Listening, listener: () => void) => {
    signal.addEventListener?.('abort', listener);
    return () => signal.removeEventListener?.('abort', listener);
  };
  return {
    fetch: (url, init) => runtime.fetch(url, init),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          runtime.clearTimeout(timer);
          reject(reasonOf(signal));
        };
        const forget = onAbort(signal, stop);
        const timer = runtime.setTimeout(() => {
          forget();
          resolve();
        }, ms);
        if (signal.aborted) stop();
      }),
    until: (ms, outer) => {
      const controller = new runtime.AbortController();
      const late = new RetouchError('timeout', `It took longer than ${Math.round(ms / 1000)} s`);
      const timer = runtime.setTimeout(() => controller.abort(late), ms);
      const follow = () => {
        runtime.clearTimeout(timer);
        controller.abort(reasonOf(outer!));
      };
      const forget = outer ? onAbort(outer, follow) : () => {};
      if (outer?.aborted) follow();
      const done = () => {
        runtime.clearTimeout(timer);
        forget();
      };
      return { signal: controller.signal, done };
    },
  };
}

function reasonOf(signal: Listening): unknown {
  const { reason } = signal;
  return RetouchError.isInstance(reason)
    ? reason
    : new RetouchError('cancelled', 'Cancelled', { cause: reason });
}
