import { type Breaker, type BreakerLimits, createBreaker } from './breaker.ts';
import { createLadder, type Ladder } from './ladder.ts';
import { presetOf } from './presets.ts';
import type { Profile } from './profile.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';

/** What all requests to one address share. */
export interface Endpoint {
  readonly turnstile: Turnstile;
  readonly breaker: Breaker;
}

/** Everything learned about servers while the program runs; policies and judges at the same address share it. */
export interface Endpoints {
  at(profile: Profile): Endpoint;
  ladder(profile: Profile): Ladder;
  /** ms, monotonic */
  readonly now: () => number;
}

export interface EndpointsOptions {
  /** Most requests that wait for one address. Default 128. */
  readonly queue?: number;
  readonly breaker?: Partial<BreakerLimits>;
  /** ms, monotonic */
  readonly now?: () => number;
}

/** Where two profiles for one address ask for different limits, those of the profile that came first hold. */
export function createEndpoints(options: EndpointsOptions = {}): Endpoints {
  const { queue = 128, breaker = {}, now = () => performance.now() } = options;
  const endpoints = new Map<string, Endpoint>();
  const ladders = new Map<string, Ladder>();
  return {
    now,
    at: (profile) =>
      remembered(endpoints, new URL(profile.baseUrl).origin, () => {
        const { concurrency = presetOf(profile).concurrency, requestsPerMinute } = profile;
        const rate = requestsPerMinute === undefined ? {} : { requestsPerMinute };
        return {
          turnstile: createTurnstile({ concurrency, queue, ...rate }, now),
          breaker: createBreaker({ failures: 5, restMs: 30_000, ...breaker }, now),
        };
      }),
    ladder: ({ baseUrl, model }) => remembered(ladders, `${baseUrl}\n${model}`, createLadder),
  };
}

function remembered<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key) ?? make();
  all.set(key, known);
  return known;
}
