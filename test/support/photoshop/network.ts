import type { Host } from './model/host.ts';

/** Manifest's `requiredPermissions.network.domains`. */
export type Domains = 'all' | readonly string[];

type Fetch = typeof globalThis.fetch;

/** Forms that the field reports agree on: `all`, or scheme, host and port exactly [§2.4]. */
function permitted(host: Host, domains: Domains, url: URL): boolean {
  if (domains === 'all') return host.rules.domainsAllWorks;
  // IP literals in a list are unreliable [HOST DRM README].
  if (/^[\d.]+$/.test(url.hostname)) return false;
  return domains.some((domain) => domain === url.origin || domain === `${url.protocol}//${url.hostname}`);
}

/**
 * `fetch` as the runtime has it: only to what the manifest lists, replies perhaps in one piece at their end. Nothing is
 * ever asked of the network inside a modal scope: that is noted as a problem [HOST DLS].
 */
export function createFetch(host: Host, domains: Domains, real: Fetch): Fetch {
  return async (input, options) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (host.modal.depth > 0) host.problems.push(`${url.pathname} was fetched in a modal scope`);
    if (!permitted(host, domains, url))
      throw new Error(`Permission denied to the url ${url.href}. Manifest entry not found.`);
    const reply = await real(input, options);
    if (host.rules.streamingFetch || !reply.body) return reply;
    const body = await reply.arrayBuffer();
    return new Response(body, { status: reply.status, headers: reply.headers });
  };
}
