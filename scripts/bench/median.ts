/** The middle value; of an even number of values the upper of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Several measurements of one thing, as they are reported. */
export interface Times {
  /** Milliseconds. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly runs: number;
}

export function timesOf(values: readonly number[]): Times {
  return {
    median: median(values),
    fastest: Math.min(...values),
    slowest: Math.max(...values),
    runs: values.length,
  };
}
