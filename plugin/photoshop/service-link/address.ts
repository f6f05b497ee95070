import { RetouchError } from '#wire/error.ts';

/** Where the service of this product listens when nothing else is said. */
export const DEFAULT_PORT = 4815;

export interface ServiceAddress {
  /** Addresses to try in turn, without a slash at the end: `http://localhost:4815`, `http://127.0.0.1:4815`. */
  readonly urls: readonly [string, ...string[]];
  /** Whether it is this computer. */
  readonly local: boolean;
  /** A token that was in the address: the one that the service prints for its page has it. */
  readonly token: string | null;
}

const FORM =
  /^(?:(https?):?\/*)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?)(?::(\d{0,6}))?([/?#].*)?$/i;
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\])$/;

/**
 * Reads an address as people write it: no scheme, a slash too many, spaces, the page's own address. `new URL` is not
 * sure to be there.
 *
 * @param text empty for the default
 * @throws RetouchError `bad-request` when it is none, or unencrypted and not this computer
 */
export function readAddress(text: string): ServiceAddress {
  const written = text.replaceAll(/[\s\u200b\ufeff]/g, '') || 'localhost';
  const [, scheme, name = '', port = '', rest = ''] = FORM.exec(written) ?? [];
  const host = name.toLowerCase().replace(/\.$/, '');
  const foreign =
    scheme === undefined && /^(https?$|[a-z][\w+.-]*:\/\/)/i.test(written.replace(/:?\/*$/, ''));
  if (host === '' || foreign || Number(port) > 65_535 || port === '0')
    throw new RetouchError(
      'bad-request',
      `'${written.slice(0, 80)}' is no address: write it like localhost:${DEFAULT_PORT} or https://retouch.example.com`,
    );
  const local = LOOPBACK.test(host);
  const encrypted = scheme === undefined ? !local : scheme.toLowerCase() === 'https';
  if (!encrypted && !local)
    throw new RetouchError(
      'bad-request',
      `Outside of this computer photos travel encrypted only: use https://${host}, with --tls-cert and --tls-key or a proxy in front of the service`,
    );
  const end = `${port !== '' ? `:${Number(port)}` : local ? `:${DEFAULT_PORT}` : ''}${prefixIn(rest)}`;
  const [first, ...others] = namesOf(host).map((each) => `${encrypted ? 'https' : 'http'}://${each}${end}`);
  return { urls: [first!, ...others], local, token: /#.*\btoken=([\w.~-]+)/.exec(rest)?.[1] ?? null };
}

/** A service may listen at one of the names of this computer only, and a host program may allow only the other. */
function namesOf(host: string): readonly string[] {
  if (host === 'localhost') return ['localhost', '127.0.0.1'];
  if (host === '127.0.0.1' || host === '[::1]') return [host, 'localhost'];
  return host === '0.0.0.0' ? ['127.0.0.1', 'localhost'] : [host];
}

/** A folder before the API's own paths, where a proxy gives the service one. */
function prefixIn(rest: string): string {
  return rest
    .replace(/[?#].*$/, '')
    .replace(/\/(v1(\/.*)?|index\.html)?$/, '')
    .replace(/\/+$/, '');
}
