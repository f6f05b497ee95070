import type { Failure } from './failure.ts';
import type { Redact } from './redact.ts';
import { retryAfter } from './retry-after.ts';
import { type ServerWords, serverWords } from './server-words.ts';

export interface StatusReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Text of the reply, cut where it is long. */
  readonly body: string;
}

/** Who was asked, for the sentence. */
export interface Asked {
  /** Name of the profile. */
  readonly name: string;
  readonly model: string;
  readonly host: string;
  /** How to give it a key, when it is asked without one. */
  readonly keyless?: string;
}

/** What an HTTP status other than 200 means for the person. `now`: ms since 1970. */
export function statusFailure(reply: StatusReply, asked: Asked, redact: Redact, now: number): Failure {
  const { status } = reply;
  const words = serverWords(reply.body);
  const says = words.message === '' ? '' : ` It says: ${redact(words.message)}`;
  const waitMs = retryAfter(reply.headers, now);
  return {
    ...judge(status, words),
    message: `${sentence(status, words, asked, reply)}.${says}`,
    status,
    words: redact(`${words.code} ${words.message}`, 2000),
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(words.field === undefined ? {} : { field: words.field }),
  };
}

/** Out of credit answers like too many requests, but waiting does not help. */
const NO_CREDIT = /insufficient_quota|exceeded your current quota|credit balance|billing/i;

/** How servers say that a model cannot see; a picture that is only too large or damaged is not meant. */
const NO_PICTURES =
  /(?:does not|doesn't|do not|cannot|not) (?:currently )?(?:support|accept|take|process)\w* (?:the )?(?:image|vision|multi-?modal)|image (?:input|url|content)\w* (?:is|are) not (?:supported|enabled)|not a (?:multi-?modal|vision)|no endpoints found that support image|missing data required for image/i;

function judge(
  status: number,
  { code, message }: ServerWords,
): Pick<Failure, 'code' | 'retry' | 'serverDown'> {
  if (status === 429) {
    const empty = NO_CREDIT.test(`${code} ${message}`);
    return { code: empty ? 'model-failed' : 'busy', retry: !empty, serverDown: false };
  }
  if (status === 408 || status === 425) return { code: 'timeout', retry: true, serverDown: true };
  // 503 with a sentence is a server that still loads its model, or is full.
  if (status >= 500)
    return { code: status === 503 ? 'busy' : 'model-failed', retry: status !== 501, serverDown: true };
  return { code: 'model-failed', retry: false, serverDown: false };
}

function sentence(status: number, words: ServerWords, asked: Asked, reply: StatusReply): string {
  const { name, model, host } = asked;
  if (status >= 300 && status < 400) {
    const to = reply.headers.get('location');
    return `${host} sends requests on to another address${to === null ? '' : ` (${hostOf(to)})`}, which is not followed: put the right --base-url into the profile "${name}"`;
  }
  if (status === 429 && NO_CREDIT.test(`${words.code} ${words.message}`))
    return `The account at ${host} has no credit left: top it up, or use another profile`;
  if (status >= 400 && status < 500 && NO_PICTURES.test(words.message))
    return `${model} at ${host} does not take pictures: use a vision model`;
  if (status === 401 && asked.keyless !== undefined) return `${host} wants a key: ${asked.keyless}`;
  const known = SENTENCES[status];
  if (known) return known(name, model, host);
  return status >= 500
    ? `The server at ${host} failed (${status}): try again later, or look into its log`
    : `The server at ${host} refused the request (${status})`;
}

const SENTENCES: Readonly<Record<number, (name: string, model: string, host: string) => string>> = {
  401: (name, _, host) =>
    `${host} does not accept the key of "${name}": check it with "retouchiq models test ${name}"`,
  402: (_, __, host) => `The account at ${host} has no credit left: top it up, or use another profile`,
  403: (name, model, host) => `${host} does not let the key of "${name}" use ${model}`,
  404: (name, model, host) =>
    `${host} has no model "${model}" at this address: check --model and --base-url of "${name}"`,
  405: (name, _, host) => `${host} does not take chats at this address: check --base-url of "${name}"`,
  408: (_, __, host) => `${host} gave up waiting`,
  413: (name, _, host) =>
    `The picture is too large for ${host}: make "imageEdge" of the profile "${name}" smaller`,
  429: (_, __, host) => `${host} takes no more requests for now: wait a little, or use another profile`,
  503: (_, __, host) => `${host} is overloaded or still starting: try again in a moment`,
};

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'the same server';
}
