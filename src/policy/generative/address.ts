import { RetouchError } from '#wire/error.ts';

interface Parts {
  readonly scheme: 'http' | 'https';
  /** In lower case, without port. */
  readonly host: string;
}

/** Written out, because portable code has no `URL`. User names in an address are refused with it. */
const ADDRESS = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?(?:[/?#]|$)/i;

function partsOf(address: string): Parts | undefined {
  const found = ADDRESS.exec(address);
  return found
    ? { scheme: found[1]!.toLowerCase() as Parts['scheme'], host: found[2]!.toLowerCase() }
    : undefined;
}

/** @throws {RetouchError} `bad-request` when it is no address of a server */
export function hostOf(address: string): string {
  const parts = partsOf(address);
  if (parts) return parts.host;
  throw new RetouchError('bad-request', `'${address}' is no address: it must begin with https:// or http://`);
}

/** Whether a key may go to `address` when it was given for `base`: the same host, or another of the same house. */
export function isSameHouse(base: string, address: string): boolean {
  const [one, other] = [partsOf(base), partsOf(address)];
  if (!one || !other || one.scheme !== other.scheme) return false;
  if (one.host === other.host) return true;
  // api.bfl.ai also answers as api.us3.bfl.ai; an address of numbers has no house.
  const house = one.host.split('.').slice(-2).join('.');
  return /[a-z]/.test(house) && house.includes('.') && other.host.endsWith(`.${house}`);
}

/**
 * Whether a picture may be fetched from an address that a server named: encrypted, and not inside one's own network; with
 * a server in the own network, from that same one.
 */
export function mayFetch(base: string, address: string): boolean {
  const [one, other] = [partsOf(base), partsOf(address)];
  if (!one || !other) return false;
  if (one.host === other.host) return true;
  return other.scheme === 'https' && !INSIDE.test(other.host) && other.host.includes('.');
}

/** Names and numbers that mean this machine or a network of one's own (RFC 1918, 6598, 3927, 4193, 6761, 6762). */
const INSIDE =
  /^(?:localhost|.*\.(?:localhost|local|internal|home\.arpa)|0\..*|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|\[.*\]|\d+)$/;
