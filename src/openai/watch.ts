import type { Cancellation } from '#wire/cancellation.ts';
import { whenCancelled } from './abort.ts';
import type { Failure } from './failure.ts';

/** Ends what is under way at the person's wish or when a time is over, and remembers why. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Why it ended; undefined while it has not. */
  readonly reason: Failure | undefined;
  /** Ends it with `failure` unless disarmed or armed anew within `ms`. */
  arm(ms: number, failure: Failure): void;
  disarm(): void;
  /** Stops all timers. */
  release(): void;
}

export const CANCELLED: Failure = {
  code: 'cancelled',
  message: 'Cancelled',
  retry: false,
  serverDown: false,
};

/** A watch that also ends when `parent` does. */
export function startWatch(parent: Cancellation | Watch | undefined): Watch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let reason: Failure | undefined;
  function end(failure: Failure): void {
    reason ??= failure;
    controller.abort();
  }
  const above = parent !== undefined && 'signal' in parent ? parent : undefined;
  const signal = above?.signal ?? (parent as Cancellation | undefined);
  const unwatch = whenCancelled(signal, () => end(above?.reason ?? CANCELLED));
  return {
    signal: controller.signal,
    get reason() {
      return reason;
    },
    arm(ms, failure) {
      clearTimeout(timer);
      timer = setTimeout(end, ms, failure);
    },
    disarm: () => clearTimeout(timer),
    release() {
      clearTimeout(timer);
      unwatch();
    },
  };
}
