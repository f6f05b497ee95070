import type { MiddlewareHandler } from 'hono';
import { RetouchError } from '#wire/error.ts';

/**
 * Refuses other web sites. Requests without an origin, with `null` or with a scheme that is not the web's pass (the
 * token decides): a UXP panel's origin is not known beforehand. The page of the service itself is at its own host.
 */
export function checkOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('Origin');
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (origin !== undefined && !isAllowedOrigin(origin, host)) {
      throw new RetouchError('forbidden', `The web site '${origin.slice(0, 100)}' may not use this service`);
    }
    if (origin !== undefined) {
      context.header('Access-Control-Allow-Origin', origin);
      context.header('Access-Control-Expose-Headers', 'Content-Disposition');
      context.header('Vary', 'Origin');
    }
    if (context.req.method === 'OPTIONS') {
      context.header('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      context.header('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID');
      context.header('Access-Control-Max-Age', '600');
      return context.body(null, 204);
    }
    await next();
    return undefined;
  };
}

/** @param host value of the Host header */
export function isAllowedOrigin(origin: string, host: string): boolean {
  if (!/^https?:/i.test(origin)) return true;
  return origin.replace(/^https?:\/\//i, '').toLowerCase() === host.toLowerCase();
}
