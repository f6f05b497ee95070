import type { Failure } from './failure.ts';
import type { Asked } from './status-failure.ts';

/** What it means that no reply came, by the code that Node gives the error or one of its causes. */
export function networkFailure(error: unknown, { host, name }: Asked): Failure {
  const code = codeOf(error);
  const base = { code: 'model-failed', serverDown: true } as const;
  if (isBadPort(error))
    return {
      ...base,
      serverDown: false,
      retry: false,
      message: `${host} has a port that no web client connects to: let the server listen on another`,
    };
  if (code === 'ECONNREFUSED')
    return {
      ...base,
      retry: false,
      message: `Nothing answers at ${host}: start the server, or check --base-url of "${name}"`,
    };
  if (code === 'ENOTFOUND')
    return {
      ...base,
      retry: false,
      message: `There is no host ${host}: check --base-url of "${name}" and the network`,
    };
  if (/CERT|TLS|SSL|SIGNATURE|SELF_SIGNED/.test(code))
    return {
      ...base,
      retry: false,
      message: `The connection to ${host} is not secure (${code}): check its certificate`,
    };
  if (/TIMEOUT|TIMEDOUT/.test(code))
    return {
      ...base,
      code: 'timeout',
      retry: true,
      message: `${host} could not be reached in time: check the network`,
    };
  return {
    ...base,
    retry: true,
    message: `The connection to ${host} broke off${code === '' ? '' : ` (${code})`}`,
  };
}

/** Ports that the Fetch standard blocks, 6000 and 6667 among them; Node gives no code. */
function isBadPort(error: unknown): boolean {
  let at = error as { message?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; depth < 8 && at; depth++) {
    if (at.message === 'bad port') return true;
    at = at.cause as typeof at;
  }
  return false;
}

/** The nearest code among an error, its causes, and the tries for several addresses of a host. */
function codeOf(error: unknown): string {
  let at = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth++) {
    const { code, cause, errors } = at as { code?: unknown; cause?: unknown; errors?: readonly unknown[] };
    if (typeof code === 'string' && code !== '') return code;
    at = cause ?? errors?.[0];
  }
  return '';
}
