import type * as z from 'zod';
import type { Jobs } from './jobs.ts';
import type { Pairing } from './pairing.ts';
import type { ServiceParts } from './parts.ts';
import type { Photos } from './photos.ts';
import type { Questions } from './questions.ts';

/** What lives as long as the service. */
export interface ServiceState {
  readonly parts: ServiceParts;
  readonly photos: Photos;
  readonly jobs: Jobs;
  readonly pairing: Pairing;
  readonly questions: Questions;
}

/** One request, checked: body and query already parsed. */
export interface RouteCall<Body = unknown> extends ServiceState {
  readonly body: Body;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly header: (name: string) => string | undefined;
  /** Fires when the client goes away or the route's time is up. */
  readonly signal: AbortSignal;
}

export interface QueryParameter {
  readonly description: string;
  readonly type: 'string' | 'integer';
}

/**
 * One route as data: the router, the checks and `docs/openapi.json` are made from it. A handler returns a value to
 * send as JSON, or a whole response.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters in braces: `/v1/photos/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** `open`: answers without a token. */
  readonly access: 'open' | 'token';
  readonly body?: { readonly kind: 'json'; readonly schema: z.ZodType } | { readonly kind: 'file' };
  readonly query?: Readonly<Record<string, QueryParameter>>;
  readonly reply: {
    readonly status: 200 | 201 | 202 | 204;
    readonly schema?: z.ZodType;
    /** Media types other than JSON. */
    readonly media?: readonly string[];
    readonly description: string;
  };
  /** Most bytes of a JSON body. Default: that of the service. */
  readonly bodyBytes?: number;
  /** Default: that of the service. */
  readonly timeoutMs?: number;
  readonly handle: (call: RouteCall) => unknown;
}

/** A route that takes JSON, with its body's type known to the handler. */
export function jsonRoute<Schema extends z.ZodType>(
  schema: Schema,
  route: Omit<Route, 'body' | 'handle'> & { readonly handle: (call: RouteCall<z.output<Schema>>) => unknown },
): Route {
  return { ...route, body: { kind: 'json', schema }, handle: route.handle as Route['handle'] };
}
