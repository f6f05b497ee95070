/** Timers as hosts have them. */
export interface Timers {
  /** Milliseconds. */
  setTimeout(work: () => void, wait: number): unknown;
  clearTimeout(handle: unknown): void;
}
