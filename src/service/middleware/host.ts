import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { RetouchError } from '#wire/error.ts';

export interface HostRule {
  /** Names beside the loopback ones, for a service that others reach. */
  readonly names: readonly string[];
  /** Bare addresses are accepted: rebinding a name to this machine needs a name. Only off loopback. */
  readonly addresses: boolean;
}

/** Answers only to its own names, so that a web page cannot reach it through a name of its own (DNS rebinding). */
export function checkHost(rule: HostRule): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (!isAllowedHost(host, rule))
      throw new RetouchError('forbidden', `This service does not answer to the name '${host.slice(0, 100)}'`);
    await next();
  };
}

/** @param host value of a Host header, port included */
export function isAllowedHost(host: string, { names, addresses }: HostRule): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  if (name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name)) return true;
  if (isIP(name) !== 0) return addresses;
  return names.some((allowed) => allowed.toLowerCase() === name);
}

function hostName(host: string): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(host);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}
