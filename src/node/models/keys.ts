import { presetOf } from '#openai/presets.ts';
import type { Profile } from '#openai/profile.ts';
import { RetouchError } from '#wire/error.ts';
import { keyFile } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import { findKeychain } from './keychain.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Keys {
  /**
   * The key of a profile; undefined when it has none.
   *
   * @throws {RetouchError} `bad-settings` when the profile names a place where no key is
   */
  of(name: string, profile: Profile): Promise<string | undefined>;
  /**
   * Puts a key where the person wants it: by default into the keychain, or the file where there is none.
   *
   * @returns how a profile names the place, and the place for people
   */
  store(name: string, key: string, where?: 'keychain' | 'file'): Promise<StoredKey>;
  remove(name: string, profile: Profile): Promise<void>;
}

export interface StoredKey {
  readonly key: { readonly from: 'keychain' | 'file' };
  readonly title: string;
}

export function openKeys(
  folder: string,
  env: Env = process.env,
  keychain: () => Promise<KeyStore | undefined> = () => findKeychain(process.platform, env),
): Keys {
  const file = keyFile(folder);

  async function of(name: string, { key, ...profile }: Profile): Promise<string | undefined> {
    if (key === undefined) {
      const { keyEnv } = presetOf(profile);
      return keyEnv === undefined ? undefined : fromEnvironment(keyEnv);
    }
    if (key.from === 'env') {
      const found = fromEnvironment(key.name);
      if (found !== undefined) return found;
      throw missing(name, `the environment variable ${key.name} is not set`);
    }
    const store = key.from === 'file' ? file : await keychain();
    if (store === undefined) throw missing(name, 'the keychain it was put into cannot be reached');
    const found = await store.find(name);
    if (found === undefined) throw missing(name, `it is not in ${store.title}`);
    return checkKey(found, store.title);
  }

  function fromEnvironment(variable: string): string | undefined {
    const value = env[variable]?.trim();
    return value === undefined || value === '' ? undefined : checkKey(value, variable);
  }

  return {
    of,
    async store(name, text, where) {
      const key = checkKey(text.trim(), 'what was given');
      const chain = where === 'file' ? undefined : await keychain();
      if (where === 'keychain' && chain === undefined)
        throw new RetouchError(
          'bad-request',
          'There is no keychain that works on this machine: choose --key-in file or --key-env',
        );
      const store = chain ?? file;
      await store.store(name, key);
      return { key: { from: chain ? 'keychain' : 'file' }, title: store.title };
    },
    async remove(name, { key }) {
      if (key?.from === 'file') await file.remove(name);
      if (key?.from === 'keychain') await (await keychain())?.remove(name);
    },
  };
}

/** What can stand in a header. @throws {RetouchError} `bad-settings`, without the key */
function checkKey(key: string, place: string): string {
  if (/^[\x21-\x7e]{1,4096}$/.test(key)) return key;
  throw new RetouchError(
    'bad-settings',
    `The key in ${place} has spaces, line breaks or letters that no key has: copy it anew`,
  );
}

function missing(name: string, why: string): RetouchError {
  return new RetouchError(
    'bad-settings',
    `"${name}" has no key: ${why}. Set it, or give the key anew with "retouchiq models add ${name} --replace"`,
  );
}
