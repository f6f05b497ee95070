import type { PolicyModel } from '#policy/policy.ts';

/** A policy that is asked and never answers, and remembers the signals it was given. */
export function silentPolicy(): PolicyModel & {
  readonly signals: AbortSignal[];
  readonly asked: Promise<void>;
} {
  const signals: AbortSignal[] = [];
  let tellAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  return {
    specVersion: 1,
    id: 'silent',
    signals,
    asked,
    doPropose(request) {
      signals.push(request.signal as AbortSignal);
      tellAsked();
      return new Promise(() => {});
    },
  };
}

/** Fulfils when the signal fires. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
