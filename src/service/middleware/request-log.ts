import type { MiddlewareHandler } from 'hono';
import type { Logger } from '#node/logger.ts';

/** One line a request: the route's pattern, never its ids, query or body. */
export function logRequests(logger: Logger, route: string, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const started = now();
    await next();
    const { status } = context.res;
    logger.info({ method: context.req.method, route, status, ms: Math.round(now() - started) }, 'request');
  };
}
