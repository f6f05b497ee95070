import { RetouchError } from '#wire/error.ts';
import { sendOnce } from './attempt.ts';
import type { ChatModel, ChatReply, ChatRequest } from './chat.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { type Failure, toRetouchError } from './failure.ts';
import { checkPermission, type Permission } from './permission.ts';
import { presetOf } from './presets.ts';
import type { Profile } from './profile.ts';
import { redactor } from './redact.ts';
import type { Asked } from './status-failure.ts';
import { QueueFull } from './turnstile.ts';
import { startWatch, type Watch } from './watch.ts';

export interface ChatModelOptions {
  /** Name of the profile, for sentences and results. */
  readonly name: string;
  /** Without it no key is sent. */
  readonly key?: string;
  readonly permission: Permission;
  /** To be shared by all models of a program; default: this model's own. */
  readonly endpoints?: Endpoints;
  /** First pause before a request is repeated, ms; it doubles with each. Default 500. */
  readonly backoffMs?: number;
}

const LONGEST_BACKOFF_MS = 8000;
/** Steps down the ladder for one answer; more would be a server that refuses something else each time. */
const MOST_STEPS = 8;

/** The model of a profile. Nothing is sent, and the OpenAI package not loaded, before the first `ask()`. */
export function createChatModel(profile: Profile, options: ChatModelOptions): ChatModel {
  const { name, key, permission, endpoints = createEndpoints(), backoffMs = 500 } = options;
  const asked: Asked = {
    name,
    model: profile.model,
    host: new URL(profile.baseUrl).host,
    ...(key === undefined ? { keyless: howToGiveKey(name, profile) } : {}),
  };
  const redact = redactor(key);
  const { turnstile, breaker } = endpoints.at(profile);
  const ladder = endpoints.ladder(profile);

  async function ask(request: ChatRequest): Promise<ChatReply> {
    checkPermission(name, profile, permission);
    if (request.signal?.aborted) throw new RetouchError('cancelled', 'Cancelled');
    const watch = startWatch(request.signal);
    watch.arm(profile.totalMs, tooLong(asked, profile.totalMs));
    try {
      return await askUntil(request, watch, endpoints.now() + profile.totalMs);
    } finally {
      watch.release();
    }
  }

  async function askUntil(request: ChatRequest, watch: Watch, deadline: number): Promise<ChatReply> {
    let steps = 0;
    for (let failures = 0, attempts = 1; ; attempts++) {
      const sent = await oneTurn(request, watch);
      if ('reply' in sent) return { ...sent.reply, attempts };
      const { failure, body } = sent;
      if (watch.reason) throw toRetouchError(watch.reason);
      if (steps < MOST_STEPS && ladder.stepDown(failure, body)) {
        steps++;
        continue;
      }
      failures++;
      const pause = failure.waitMs ?? backoff(failures);
      const left = deadline - endpoints.now();
      if (!failure.retry || failures >= profile.attempts || pause >= left)
        throw toRetouchError(tell(failure, failures, pause >= left));
      if (failure.waitMs !== undefined) turnstile.pause(pause);
      else await sleep(pause, watch);
    }
  }

  /** Waits for a turn, sends the request once, and tells what came of it. */
  async function oneTurn(request: ChatRequest, watch: Watch) {
    const leave = await enter(watch);
    try {
      const rest = breaker.check();
      if (rest > 0) throw toRetouchError(resting(asked, rest));
      const result = await sendOnce({
        request,
        profile,
        key,
        asked,
        redact,
        watch,
        ladder,
        now: endpoints.now,
      });
      if ('reply' in result) breaker.succeeded();
      else if (result.failure.serverDown) breaker.failed();
      else if (result.failure.status !== undefined) breaker.succeeded();
      else breaker.ended();
      return result;
    } finally {
      leave();
    }
  }

  async function enter(watch: Watch): Promise<() => void> {
    try {
      return await turnstile.enter(watch.signal);
    } catch (error) {
      if (watch.reason) throw toRetouchError(watch.reason);
      if (!(error instanceof QueueFull)) throw error;
      throw new RetouchError(
        'busy',
        `Too many requests wait for ${asked.host} already: wait a little, or raise "concurrency" of the profile "${name}"`,
      );
    }
  }

  function backoff(failures: number): number {
    const longest = Math.min(backoffMs * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
    // Spread, so that requests that failed together do not come back together.
    return longest * (0.75 + Math.random() / 4);
  }

  return {
    id: `${name}:${profile.model}`,
    images: { longEdge: profile.imageEdge, bytes: profile.imageBytes },
    ask,
  };
}

function howToGiveKey(name: string, profile: Profile): string {
  const { keyEnv } = presetOf(profile);
  const variable = keyEnv === undefined ? '' : `set ${keyEnv}, or `;
  return `${variable}give it one with "retouchiq models add ${name} --replace --key-stdin …"`;
}

function tooLong({ host, name }: Asked, ms: number): Failure {
  return {
    code: 'timeout',
    message: `${host} did not finish within ${seconds(ms)}: try again, or raise "totalMs" of the profile "${name}"`,
    retry: false,
    serverDown: true,
  };
}

function resting({ host }: Asked, ms: number): Failure {
  return {
    code: 'model-failed',
    message: `${host} failed several times in a row and is asked again in ${seconds(ms)}`,
    retry: false,
    serverDown: false,
  };
}

/** The failure with what is known of its repetitions. */
function tell(failure: Failure, tries: number, late: boolean): Failure {
  const wait = late && failure.waitMs !== undefined ? ` It asks to wait ${seconds(failure.waitMs)}.` : '';
  const times = tries === 1 ? '' : ` (tried ${tries} times)`;
  return { ...failure, message: `${failure.message}${wait}${times}` };
}

export function seconds(ms: number): string {
  return ms < 1000 ? `${Math.ceil(ms)} ms` : `${Math.round(ms / 1000)} s`;
}

/** @throws {RetouchError} why the watch ended, when it did meanwhile */
async function sleep(ms: number, watch: Watch): Promise<void> {
  const { signal } = watch;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
  if (watch.reason) throw toRetouchError(watch.reason);
}
