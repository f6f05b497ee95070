import { type ErrorCode, RetouchError } from '#wire/error.ts';

/** Why one request failed, and what follows from it. */
export interface Failure {
  readonly code: ErrorCode;
  /** What happened and what to do; the server's own words are already made safe. */
  readonly message: string;
  /** The same request may succeed a moment later. */
  readonly retry: boolean;
  /** The server as a whole is in trouble, not this request. */
  readonly serverDown: boolean;
  /** The server named a time to wait, ms. */
  readonly waitMs?: number;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The server's own words, redacted. */
  readonly words?: string;
  /** A request field that the server named as the reason. */
  readonly field?: string;
}

/** Carries a failure up to where it is decided on. */
export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.name = 'RequestFailed';
    this.failure = failure;
  }
}

/** A reply that is not what was asked for. */
export function badReply(message: string, { retry = false, serverDown = false } = {}): RequestFailed {
  return new RequestFailed({ code: 'model-failed', message, retry, serverDown });
}

export function toRetouchError({ code, message }: Failure, cause?: unknown): RetouchError {
  return new RetouchError(code, message, cause === undefined ? {} : { cause });
}
