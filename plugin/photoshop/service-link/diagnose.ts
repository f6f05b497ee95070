import type { ServiceState } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import { readAddress, type ServiceAddress } from './address.ts';
import type { Answer, Ask } from './ask.ts';
import type { Remembered, TokenStore } from './token-store.ts';

export interface DiagnosisParts {
  readonly ask: Ask;
  readonly store: TokenStore;
  readonly state: ServiceState;
  readonly wanted: Remembered | null;
  readonly storageProblem: string | null;
  readonly platform: 'mac' | 'other';
  readonly version: string;
  readonly host?: string;
  readonly now: () => number;
}

/** Asks everything anew and tells what came back, without the token: a text to attach to a question or a bug. */
export async function diagnose(parts: DiagnosisParts): Promise<string> {
  const { ask, store, state, wanted, storageProblem, platform, version, host, now } = parts;
  const token = wanted?.token ?? null;
  const kept = await store.load();
  const lines = [
    `RetouchIQ plug-in ${version}: connection to the service`,
    `Time: ${new Date(now()).toISOString()}`,
    `Host: ${host ?? 'Photoshop'} on ${platform === 'mac' ? 'macOS' : 'Windows'}`,
    `State: ${state.mode === 'service' ? 'service' : 'alone'}, ${state.status}${state.sentence === null ? '' : ` (${state.sentence})`}`,
    `Address: ${wanted?.address ?? (state.address === '' ? 'none entered; trying the default' : state.address)}`,
    `Token: ${token === null ? 'none' : `${token.length} characters`}; secure storage: ${storageProblem ?? (kept === null ? 'holds nothing' : 'holds an address')}`,
  ];
  try {
    const address = readAddress(wanted?.address ?? state.address);
    lines.push(...(await askAll(address, ask, token, now)));
  } catch (error) {
    lines.push(RetouchError.wrap(error).message);
  }
  const text = lines.join('\n');
  return token === null ? text : text.replaceAll(token, '(token)');
}

async function askAll(
  { urls }: ServiceAddress,
  ask: Ask,
  token: string | null,
  now: () => number,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  for (const url of urls) {
    for (const path of ['/v1/health', ...(token === null ? [] : ['/v1/about'])]) {
      const begin = now();
      const entry = path === '/v1/about' && token !== null ? { token } : {};
      const answer = await ask(`${url}${path}`, { method: 'GET', signal, ...entry });
      lines.push(`${url}${path}: ${told(answer)}, ${Math.round(now() - begin)} ms`);
      if ('failure' in answer) break;
    }
  }
  return lines;
}

function told(
  answer: Answer | { readonly failure: { readonly kind: string; readonly detail: string } },
): string {
  if ('failure' in answer) return `${answer.failure.kind} (${answer.failure.detail})`;
  const { status, type, body } = answer;
  const { name, version, api, error } = (body ?? {}) as Record<string, unknown>;
  const service = typeof name === 'string' ? `, ${name} ${String(version)} API ${String(api)}` : '';
  const message = (error as { message?: unknown } | undefined)?.message;
  return `status ${status}, ${type === '' ? 'no content type' : type}${service}${typeof message === 'string' ? `, ${message}` : ''}`;
}
