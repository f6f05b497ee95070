import { join } from 'node:path';
import { makeFolder } from '#node/files.ts';
import { destinationOf } from '#openai/address.ts';
import type { Permission } from '#openai/permission.ts';
import type { Profile } from '#openai/profile.ts';
import { RetouchError } from '#wire/error.ts';
import { configurationFolder } from './home.ts';
import type { KeyStore } from './key-store.ts';
import { openKeys, type StoredKey } from './keys.ts';
import { withLock } from './lock.ts';
import { type ModelsFile, modelsFile, withoutDefaults } from './models-file.ts';

/** The models that the person has set up, and what the person allows. */
export interface Models {
  /** Path of the file. */
  readonly path: string;
  list(): Promise<readonly (readonly [name: string, profile: Profile])[]>;
  /** @throws {RetouchError} `not-found` */
  get(name: string): Promise<Profile>;
  /** @throws {RetouchError} `bad-request` when the name is taken and it is not to be replaced */
  add(name: string, profile: Profile, how?: AddOptions): Promise<StoredKey | undefined>;
  /** @throws {RetouchError} `not-found` */
  remove(name: string): Promise<void>;
  /** Whether pictures may be sent to where this profile sends them. */
  agree(profile: Profile, agreed: boolean): Promise<void>;
  setLocalOnly(localOnly: boolean): Promise<void>;
  permission(): Promise<Permission>;
  keyOf(name: string, profile: Profile): Promise<string | undefined>;
}

export interface AddOptions {
  readonly replace?: boolean;
  /** To be kept by us. */
  readonly key?: string;
  readonly keyIn?: 'keychain' | 'file';
}

interface ModelsParts {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The system's, unless a test brings another. */
  readonly keychain?: () => Promise<KeyStore | undefined>;
}

/** Reads nothing yet: a broken file is told of by what needs it. */
export function openModels(parts: ModelsParts = {}): Models {
  const { folder = configurationFolder(), env = process.env, keychain } = parts;
  const file = modelsFile(folder);
  const keys = openKeys(folder, env, keychain);

  /** What is there is read first, and never written over when it cannot be read. */
  async function change(how: (before: ModelsFile) => ModelsFile | Promise<ModelsFile>): Promise<void> {
    await makeFolder(folder);
    await withLock(join(folder, 'models.lock'), async () => {
      const after = await how(await file.read());
      const models = Object.entries(after.models).map(([name, profile]) => [name, withoutDefaults(profile)]);
      await file.write({ ...after, models: Object.fromEntries(models) });
    });
  }

  async function get(name: string): Promise<Profile> {
    const { models } = await file.read();
    return found(models, name);
  }

  return {
    path: file.path,
    list: async () => Object.entries((await file.read()).models),
    get,
    async add(name, profile, { replace = false, key, keyIn } = {}) {
      let stored: StoredKey | undefined;
      await change(async (before) => {
        if (!replace && Object.hasOwn(before.models, name))
          throw new RetouchError(
            'bad-request',
            `There is a model "${name}" already: choose another name, or say --replace`,
          );
        if (key !== undefined) stored = await keys.store(name, key, keyIn);
        const added = stored === undefined ? profile : { ...profile, key: stored.key };
        return { ...before, models: { ...before.models, [name]: added } };
      });
      return stored;
    },
    async remove(name) {
      await change(async (before) => {
        await keys.remove(name, found(before.models, name));
        const { [name]: _, ...models } = before.models;
        return { ...before, models };
      });
    },
    async agree(profile, agreed) {
      const host = destinationOf(profile);
      await change((before) => {
        const { [host]: _, ...others } = before.agreed;
        const today = new Date().toISOString().slice(0, 10);
        return { ...before, agreed: agreed ? { ...others, [host]: today } : others };
      });
    },
    setLocalOnly: (localOnly) => change((before) => ({ ...before, localOnly })),
    async permission() {
      const { localOnly, agreed } = await file.read();
      return {
        localOnly: localOnly || isSet(env['RETOUCHIQ_LOCAL_ONLY']),
        agreed: (host) => Object.hasOwn(agreed, host),
      };
    },
    keyOf: (name, profile) => keys.of(name, profile),
  };
}

function found(models: ModelsFile['models'], name: string): Profile {
  if (Object.hasOwn(models, name)) return models[name]!;
  const names = Object.keys(models);
  const there = names.length === 0 ? 'none is set up yet' : `there are ${names.join(', ')}`;
  throw new RetouchError(
    'not-found',
    `There is no model "${name}" (${there}): "retouchiq models add" sets one up`,
  );
}

/** `RETOUCHIQ_LOCAL_ONLY=0` and an empty one are not. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
