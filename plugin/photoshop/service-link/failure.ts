import { DEFAULT_PORT } from './address.ts';

/** Why a service cannot be used; what a person can do about it differs with each. */
export type FailureKind =
  | 'permission' // the host program forbids the address
  | 'system-refusal' // macOS refuses plain http
  | 'certificate'
  | 'unreachable'
  | 'timeout'
  | 'page' // a web page answered
  | 'other-program'
  | 'forbidden'
  | 'too-new'
  | 'too-old'
  | 'pairing-needed'
  | 'token'
  | 'code'
  | 'busy'
  | 'broken'; // it answers with an error of its own

export interface Failure {
  readonly kind: FailureKind;
  readonly url: string;
  /** What the host or the service said, for the diagnosis. */
  readonly detail: string;
  /** Version of the service, where it told one. */
  readonly version?: string;
}

/** Those that may pass by themselves; the link tries again after a while. */
const PASSING: ReadonlySet<FailureKind> = new Set(['unreachable', 'timeout', 'busy', 'broken']);
/** Those where another name of the same computer may do better. */
const ELSEWHERE: ReadonlySet<FailureKind> = new Set([
  ...['permission', 'system-refusal', 'certificate', 'unreachable', 'timeout'],
  ...['page', 'other-program', 'forbidden'],
] as const);

export function mayPass({ kind }: Failure): boolean {
  return PASSING.has(kind);
}

export function mayDoBetterElsewhere({ kind }: Failure): boolean {
  return ELSEWHERE.has(kind);
}

/** Texts of the host for requests that never reached a service. Photoshop's wording for a missing permission is known. */
const TEXTS: readonly { readonly kind: FailureKind; readonly text: RegExp }[] = [
  { kind: 'permission', text: /permission denied|manifest entry not found/i },
  {
    kind: 'system-refusal',
    text: /app transport security|-1022\b|requires? the use of a secure connection/i,
  },
  { kind: 'certificate', text: /certificate|\b(ssl|tls)\b|-120[0-6]\b|self.signed/i },
  { kind: 'timeout', text: /timed? ?out|-1001\b/i },
];

/** @param error what `fetch` threw */
export function failureOfThrow(url: string, error: unknown): Failure {
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  const detail = `${typeof name === 'string' ? `${name}: ` : ''}${typeof message === 'string' ? message : String(error)}`;
  const kind = name === 'TimeoutError' ? 'timeout' : TEXTS.find(({ text }) => text.test(detail))?.kind;
  return { kind: kind ?? 'unreachable', url, detail };
}

/** What was wrong and what to do, for the person. */
export function sentenceOf(
  { kind, url, detail, version }: Failure,
  plugin: { readonly version: string; readonly platform: 'mac' | 'other' },
): string {
  const service =
    version === undefined ? `The service at ${url}` : `The service at ${url} (version ${version})`;
  switch (kind) {
    case 'permission':
      return `Photoshop does not let the plug-in reach ${url}: install the plug-in anew, or in the UXP Developer Tool choose Unload, then Load`;
    case 'system-refusal':
      return `macOS refuses the unencrypted address ${url}: start the service with --tls-cert and --tls-key and use https`;
    case 'certificate':
      return `The certificate of ${url} is not trusted on this computer: install it in the system's store, or use another`;
    case 'unreachable':
      return `Nobody answers at ${url}: start the service with "retouchiq serve" and compare the address with the one it prints${
        plugin.platform === 'mac' && url.startsWith('http:')
          ? '. If it does run: macOS can refuse plain http, then https is needed'
          : ''
      }`;
    case 'timeout':
      return `The service at ${url} does not answer in time: it may be busy or behind a firewall`;
    case 'page':
      return `A web page answers at ${url}, not the service: compare the address, its port above all, with the one that "retouchiq serve" prints`;
    case 'other-program':
      return `Another program answers at ${url}: the port of the service is ${DEFAULT_PORT} unless it prints another`;
    case 'forbidden':
      return `${service} refuses this name: use the address that it prints`;
    case 'too-new':
      return `${service} is newer than this plug-in (version ${plugin.version}) can speak with: update the plug-in`;
    case 'too-old':
      return `${service} is older than this plug-in (version ${plugin.version}) can speak with: update the service`;
    case 'pairing-needed':
      return `${service} is there: enter the code that it prints, to pair`;
    case 'token':
      return `${service} does not know this token (any more): pair again with the code that it prints`;
    case 'code':
      return detail;
    case 'busy':
      return `${service} has too much to do at the moment; the panel tries again by itself`;
    case 'broken':
      return `${service} answers with an error (${detail}): its log has the reason`;
  }
}
