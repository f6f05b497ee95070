import { decodeUtf8, encodeUtf8 } from '#xmp/text.ts';
import type { SecureStorage } from '../host/uxp.ts';

/** Names of keys are not encrypted: it says nothing. */
const KEY = 'retouchiq.service';

export interface Remembered {
  /** As it was entered; the token belongs to it. */
  readonly address: string;
  readonly token: string | null;
}

export interface TokenStore {
  /** Null when there is nothing, it was lost, or what is there cannot be read. Never throws. */
  load(): Promise<Remembered | null>;
  /** @returns what went wrong, or null */
  save(remembered: Remembered): Promise<string | null>;
  /** @returns what went wrong, or null */
  clear(): Promise<string | null>;
}

/** Address and token in the host's encrypted storage, which is a cache that the host may empty, or refuse when full. */
export function createTokenStore(storage: SecureStorage): TokenStore {
  return {
    async load() {
      try {
        const bytes = await storage.getItem(KEY);
        return bytes === null || bytes === undefined ? null : read(decodeUtf8(bytes));
      } catch {
        return null;
      }
    },
    save: (remembered) => attempt(() => storage.setItem(KEY, encodeUtf8(JSON.stringify(remembered)))),
    clear: () => attempt(() => storage.removeItem(KEY)),
  };
}

async function attempt(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
    return (
      [name, message].filter((part) => typeof part === 'string' && part !== '').join(': ') || String(error)
    );
  }
}

/** @throws SyntaxError when it is not JSON */
function read(text: string): Remembered | null {
  const found = JSON.parse(text) as Partial<Record<keyof Remembered, unknown>> | null;
  if (typeof found?.address !== 'string') return null;
  return { address: found.address, token: typeof found.token === 'string' ? found.token : null };
}
