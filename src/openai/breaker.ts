/** Stops asking a server that failed several times in a row, and tries it again with one request after a while. */
export interface Breaker {
  /** Milliseconds until it is asked again; 0 when it may be asked now. A 0 while it was open lets only this one through. */
  check(): number;
  succeeded(): void;
  failed(): void;
  /** Neither: the request ended for a reason that says nothing about the server. */
  ended(): void;
}

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open, ms. */
  readonly restMs: number;
}

/** `now`: ms, monotonic. */
export function createBreaker({ failures, restMs }: BreakerLimits, now: () => number): Breaker {
  let inARow = 0;
  let openUntil = 0;
  let trial = false;
  return {
    check() {
      if (inARow < failures) return 0;
      const left = openUntil - now();
      if (left > 0) return left;
      // While one tries, the others wait a full rest: the trial decides before it is over.
      if (trial) return restMs;
      trial = true;
      return 0;
    },
    succeeded() {
      inARow = 0;
      trial = false;
    },
    failed() {
      inARow++;
      trial = false;
      if (inARow >= failures) openUntil = now() + restMs;
    },
    ended() {
      trial = false;
    },
  };
}
