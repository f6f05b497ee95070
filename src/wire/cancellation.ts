/** The part of `AbortSignal` that portable code needs; every `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
