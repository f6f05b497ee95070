import { type ErrorCode, RetouchError } from '#wire/error.ts';

/** Exit codes of every command: 0 done, 2 wrong use, 3 bad input, 4 service or model failure, 130 interrupted. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 2,
  'bad-settings': 3,
  'bad-photo': 3,
  'too-large': 3,
  'not-found': 3,
  'cannot-write': 3,
  unauthorized: 4,
  forbidden: 4,
  timeout: 4,
  busy: 4,
  'model-failed': 4,
  internal: 4,
  cancelled: 130,
};

/** Says what went wrong on stderr, in one readable line or as JSON, and returns the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  const { code, message } = RetouchError.wrap(error);
  const line = json
    ? JSON.stringify({ error: { code, message } })
    : `retouchiq: ${message.replace(/\s+/g, ' ')}`;
  process.stderr.write(`${line}\n`);
  return EXIT_CODES[code];
}
