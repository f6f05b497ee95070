const marker = Symbol.for('retouchiq.error');

/** Stable names of what can go wrong; the exit code and the HTTP status derive from them. */
export type ErrorCode =
  | 'bad-request' // the caller's words are wrong
  | 'bad-settings'
  | 'bad-photo' // not an image, damaged, or of an unsupported kind
  | 'too-large'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'cannot-write' // read-only folder, full disk
  | 'cancelled'
  | 'timeout'
  | 'busy' // too many jobs at once; try again in a moment
  | 'model-failed' // a policy, reward or service did not answer properly
  | 'internal';

/**
 * The one error family of the product. `message` is a sentence for people (what was wrong, what to do);
 * `code` is for programs; `cause` keeps the original. Recognised across bundle copies by a marker symbol.
 */
export class RetouchError extends Error {
  readonly code: ErrorCode;
  readonly [marker] = true;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'RetouchError';
    this.code = code;
  }

  static isInstance(error: unknown): error is RetouchError {
    return typeof error === 'object' && error !== null && marker in error;
  }

  /** Wraps what is not one yet as `internal` (or `cancelled` for an abort). */
  static wrap(error: unknown): RetouchError {
    if (RetouchError.isInstance(error)) return error;
    // Not `instanceof`: errors cross realms and bundles.
    const { name, message = String(error) } = (error ?? {}) as { name?: string; message?: string };
    if (name === 'AbortError') return new RetouchError('cancelled', 'Cancelled', { cause: error });
    if (name === 'TimeoutError')
      return new RetouchError('timeout', 'The time limit was reached', { cause: error });
    return new RetouchError('internal', message, { cause: error });
  }
}
