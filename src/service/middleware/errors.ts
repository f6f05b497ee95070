import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from '#node/logger.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';

/** The one table from error codes to HTTP statuses. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  'bad-request': 400,
  'bad-settings': 400,
  'bad-photo': 422,
  'too-large': 413,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'cannot-write': 507,
  cancelled: 409,
  timeout: 504,
  busy: 429,
  'model-failed': 502,
  internal: 500,
};

/** Every error reply of the service. What is not foreseen is logged, and told without its details. */
export function errorReply(context: Context, error: unknown, logger: Logger): Response {
  const known = RetouchError.wrap(error);
  if (known.code === 'internal') logger.error({ err: known.cause ?? known }, 'A request failed');
  const message =
    known.code === 'internal'
      ? 'Something went wrong inside the service; its log has the details'
      : known.message;
  if (known.code === 'unauthorized') context.header('WWW-Authenticate', 'Bearer');
  if (known.code === 'busy') context.header('Retry-After', '2');
  // What is far too large is not read to its end, so the connection is of no more use.
  if (known.code === 'too-large') context.header('Connection', 'close');
  return context.json({ error: { code: known.code, message } }, HTTP_STATUS[known.code]);
}
