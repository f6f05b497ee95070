import { type ErrorCode, RetouchError } from '#wire/error.ts';
import type { Backend } from './backend.ts';

/** Milliseconds until a service that failed is asked again: doubled with every failure in a row. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** What says nothing about the service: the question was wrong, or was taken back. */
const OWN_FAULTS: readonly ErrorCode[] = [
  'bad-request',
  'bad-settings',
  'bad-photo',
  'too-large',
  'cannot-write',
  'cancelled',
];

/** Whether a service is worth asking. */
export interface Trust {
  in(service: Backend): boolean;
  /** It answered. */
  kept(service: Backend): void;
  /** It threw. @returns whether that was its fault, so that another one should be asked */
  lost(service: Backend, error: unknown): boolean;
  /** Forgets all failures. */
  reset(): void;
}

/** @param now milliseconds, monotonic */
export function createTrust(now: () => number): Trust {
  let failures = new WeakMap<Backend, { readonly count: number; readonly until: number }>();
  return {
    in: (service) => now() >= (failures.get(service)?.until ?? Number.NEGATIVE_INFINITY),
    kept: (service) => void failures.delete(service),
    lost(service, error) {
      if (OWN_FAULTS.includes(RetouchError.wrap(error).code)) return false;
      const count = (failures.get(service)?.count ?? 0) + 1;
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (count - 1));
      failures.set(service, { count, until: now() + pause });
      return true;
    },
    reset() {
      failures = new WeakMap();
    },
  };
}
