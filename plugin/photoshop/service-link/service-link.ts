import type { Fetch } from '#client/fetch.ts';
import type { Connection } from '#client/request.ts';
import type { ServiceLink, ServiceState } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import type { SecureStorage } from '../host/uxp.ts';
import { readAddress, type ServiceAddress } from './address.ts';
import { createAsk } from './ask.ts';
import { diagnose } from './diagnose.ts';
import { type Failure, mayDoBetterElsewhere, mayPass, sentenceOf } from './failure.ts';
import { type Credential, type Greeted, type Greeting, greet } from './greet.ts';
import type { Timers } from './timers.ts';
import { createTokenStore, type Remembered } from './token-store.ts';

export interface ServiceLinkParts extends Timers {
  readonly fetch: Fetch;
  readonly secureStorage: SecureStorage;
  readonly platform: 'mac' | 'other';
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Version of the plug-in. */
  readonly version: string;
  /** For the diagnosis: "Photoshop 27.4, UXP 9.2". */
  readonly host?: string;
}

export interface PhotoshopServiceLink extends ServiceLink {
  /** Where and how to ask the service; null while the panel works alone. */
  connection(): Connection | null;
  /** Once, after the first picture of the panel: looks for the service that was used last time. Never throws. */
  start(): Promise<ServiceState>;
}

/** Waits between tries while the service does not answer, milliseconds; the last one repeats. */
const WAITS = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000] as const;
const OFF: ServiceState = { mode: 'alone', status: 'off', address: '', sentence: null, version: null };

/**
 * The connection to a service, should there be one. Nothing waits for it: the panel works alone until a service has
 * answered, and again as soon as one has gone.
 */
export function createServiceLink(parts: ServiceLinkParts): PhotoshopServiceLink {
  const { platform, version } = parts;
  const ask = createAsk(parts.fetch, parts);
  const store = createTokenStore(parts.secureStorage);
  const listeners = new Set<(state: ServiceState) => void>();
  let state = OFF;
  let connection: Connection | null = null;
  let wanted: Remembered | null = null;
  let storageProblem: string | null = null;
  let turn = new AbortController();
  let tries = 0;
  let timer: unknown;

  function tell(next: ServiceState): ServiceState {
    state = next;
    for (const listener of [...listeners]) listener(state);
    return state;
  }

  /** What was under way before no longer counts. */
  function newTurn(): AbortSignal {
    turn.abort();
    parts.clearTimeout(timer);
    turn = new AbortController();
    return turn.signal;
  }

  function workAlone(address: string, sentence: string, service: string | null): ServiceState {
    connection = null;
    return tell({ mode: 'alone', status: 'failed', address, sentence, version: service });
  }

  async function reach(
    address: ServiceAddress,
    as: Remembered,
    { code = null, quiet = false }: { readonly code?: string | null; readonly quiet?: boolean },
  ): Promise<ServiceState> {
    const signal = newTurn();
    wanted = as;
    // A service that answered stays in use while it is only looked after.
    if (connection === null && !quiet) tell({ ...OFF, status: 'connecting', address: address.urls[0] });
    const greeted = await greetAny(address, { token: as.token, code }, signal);
    if (signal.aborted) return state;
    if ('token' in greeted && greeted.token !== undefined) wanted = { ...as, token: greeted.token };
    return 'greeting' in greeted ? connected(greeted.greeting, as.address, signal) : failed(greeted.failure);
  }

  async function greetAny({ urls }: ServiceAddress, way: Credential, signal: AbortSignal): Promise<Greeted> {
    let first: Greeted | undefined;
    for (const url of urls) {
      // A code is good once.
      const known = first !== undefined && 'token' in first ? first.token : undefined;
      const entry = known === undefined ? way : { token: known, code: null };
      const greeted = await greet(url, entry, ask, signal);
      if ('greeting' in greeted || !mayDoBetterElsewhere(greeted.failure)) return greeted;
      first ??= greeted;
      if (signal.aborted) break;
    }
    return first!;
  }

  async function connected(
    { url, token, version: service }: Greeting,
    address: string,
    signal: AbortSignal,
  ): Promise<ServiceState> {
    const changed = wanted?.token !== token || connection === null;
    wanted = { address, token };
    // The same object while it is the same service: what was opened there is known by it.
    if (connection?.baseUrl !== url || connection.token !== token)
      connection = { baseUrl: url, token, fetch: parts.fetch };
    tries = 0;
    if (changed) storageProblem = await store.save(wanted);
    if (signal.aborted) return state;
    const sentence =
      storageProblem === null
        ? null
        : /quota|full|space/i.test(storageProblem)
          ? 'Connected, but Photoshop’s secure storage is full, so the token could not be kept: you will be asked for a code again next time'
          : 'Connected, but the token could not be kept in Photoshop’s secure storage: you will be asked for a code again next time';
    return tell({ mode: 'service', status: 'ready', address: url, sentence, version: service });
  }

  function failed(failure: Failure): ServiceState {
    if (failure.kind === 'token' && wanted !== null) {
      wanted = { ...wanted, token: null };
      void store.save(wanted);
    }
    const sentence = sentenceOf(failure, { version, platform });
    const after = workAlone(failure.url, sentence, failure.version ?? null);
    if (mayPass(failure)) tryAgainLater();
    return after;
  }

  function tryAgainLater(): void {
    const wait = WAITS[Math.min(tries, WAITS.length - 1)]!;
    tries += 1;
    timer = parts.setTimeout(() => void again(true), wait);
  }

  async function again(quiet = false): Promise<ServiceState> {
    if (wanted === null) return state;
    return reach(readAddress(wanted.address), wanted, { quiet });
  }

  async function restore(): Promise<ServiceState> {
    const signal = newTurn();
    const remembered = await store.load();
    if (signal.aborted || remembered === null) return state;
    wanted = remembered;
    try {
      return await again();
    } catch {
      // An address that an older version took.
      wanted = null;
      return state;
    }
  }

  return {
    connection: () => connection,
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
    start: () => (wanted === null ? restore() : again()),
    retry: () => (wanted === null ? restore() : again()),
    async connect(choice) {
      try {
        const address = readAddress(choice.address);
        const known = wanted !== null && sameService(wanted.address, address) ? wanted.token : null;
        const token = filled(choice.token) ?? address.token ?? known;
        connection = null;
        tries = 0;
        return await reach(address, { address: address.urls[0], token }, { code: filled(choice.code) });
      } catch (error) {
        newTurn();
        return workAlone(choice.address.trim(), RetouchError.wrap(error).message, null);
      }
    },
    async forget() {
      newTurn();
      connection = null;
      wanted = null;
      storageProblem = null;
      const problem = await store.clear();
      const sentence =
        problem === null
          ? null
          : 'The token could not be removed from Photoshop’s secure storage: try once more';
      return void tell({ ...OFF, sentence });
    },
    diagnose: () => diagnose({ ...parts, ask, store, state, wanted, storageProblem }),
  };
}

function filled(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}

function sameService(remembered: string, { urls }: ServiceAddress): boolean {
  try {
    return readAddress(remembered).urls.some((url) => urls.includes(url));
  } catch {
    return false;
  }
}
