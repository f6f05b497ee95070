import { isEqual } from '#settings/equal.ts';
import type { Settings } from '#settings/settings.ts';
import type { RetouchEvent } from '#wire/api.ts';

/** The events of one job for its listener, whoever tells them. */
export interface ContinuedEvents {
  tell(event: RetouchEvent): void;
  /** Nobody could do it: tells the failure that was held back, if any. */
  fail(): void;
}

/**
 * Makes one story of a job that one backend began and another one goes on with: numbered through, every candidate told
 * once, a failure told only when nobody else can help.
 */
export function continueEvents(onEvent: (event: RetouchEvent) => void): ContinuedEvents {
  const candidates: Settings[] = [];
  let sequence = 0;
  let failure: RetouchEvent | undefined;
  const pass = (event: RetouchEvent) => {
    sequence += 1;
    onEvent({ ...event, sequence });
  };
  return {
    tell(event) {
      if (event.type === 'job-failed') {
        failure = event;
        return;
      }
      if (event.type === 'candidate-ready') {
        if (candidates.some((known) => isEqual(known, event.settings))) return;
        candidates.push(event.settings);
      }
      pass(event);
    },
    fail() {
      if (failure) pass(failure);
    },
  };
}
