import type { Fetch, FetchInit } from '#client/fetch.ts';
import type { ServiceState } from '#panel/document-host.ts';
import type { SecureStorage } from '../../../plugin/photoshop/host/uxp.ts';
import {
  createServiceLink,
  type PhotoshopServiceLink,
  type ServiceLinkParts,
} from '../../../plugin/photoshop/service-link/service-link.ts';

/** The host's storage: bytes in, bytes out. `fails` makes it refuse. */
export function memoryStorage(): SecureStorage & {
  readonly items: Map<string, Uint8Array>;
  fails: Error | null;
} {
  const items = new Map<string, Uint8Array>();
  return {
    items,
    fails: null,
    async setItem(key, value) {
      if (this.fails !== null) throw this.fails;
      if (typeof value === 'string' || value.length === 0) throw new TypeError('expected bytes, not empty');
      items.set(key, value);
    },
    async getItem(key) {
      if (this.fails !== null) throw this.fails;
      return items.get(key) ?? null;
    },
    async removeItem(key) {
      if (this.fails !== null) throw this.fails;
      items.delete(key);
    },
  };
}

/** Timers that run when the test says so. */
export function handTimers(): Pick<ServiceLinkParts, 'setTimeout' | 'clearTimeout'> & {
  readonly waits: () => readonly number[];
  fire(): void;
} {
  const open = new Map<number, { wait: number; work: () => void }>();
  let last = 0;
  return {
    setTimeout(work, wait) {
      open.set(++last, { work, wait });
      return last;
    },
    clearTimeout(handle) {
      open.delete(handle as number);
    },
    waits: () => [...open.values()].map(({ wait }) => wait),
    fire() {
      const due = [...open.values()];
      open.clear();
      for (const { work } of due) work();
    },
  };
}

export interface LinkUnderTest {
  readonly link: PhotoshopServiceLink;
  readonly storage: ReturnType<typeof memoryStorage>;
  readonly timers: ReturnType<typeof handTimers>;
  readonly states: ServiceState[];
  /** The next state that fits. */
  until(fits: (state: ServiceState) => boolean): Promise<ServiceState>;
}

export function linkWith(fetch: Fetch, parts: Partial<ServiceLinkParts> = {}): LinkUnderTest {
  const storage = memoryStorage();
  const timers = handTimers();
  const states: ServiceState[] = [];
  const link = createServiceLink({
    fetch,
    secureStorage: storage,
    platform: 'other',
    now: () => 1_800_000_000_000,
    version: '0.1.0',
    ...timers,
    ...parts,
  });
  link.subscribe((state) => states.push(state));
  const until = (fits: (state: ServiceState) => boolean) =>
    new Promise<ServiceState>((resolve) => {
      const stop = link.subscribe((state) => {
        if (!fits(state)) return;
        queueMicrotask(() => stop());
        resolve(state);
      });
    });
  return { link, storage, timers, states, until };
}

export type Script = (url: string, init: FetchInit) => Response | Error | Promise<Response>;

/** A `fetch` that answers by the script and keeps what was asked. */
export function scripted(script: Script): Fetch & { readonly asked: string[] } {
  const asked: string[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    asked.push(url);
    const answer = await script(url, init);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(fetch as Fetch, { asked });
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

export const HEALTH = { status: 'ok', name: 'retouchiq', version: '0.1.0', api: 1 };
