import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { profileNameSchema } from '#openai/profile.ts';
import { RetouchError } from '#wire/error.ts';
import type { KeyStore } from './key-store.ts';
import { ownFile } from './own-file.ts';

const keyFileSchema = z.strictObject({
  version: z.literal(1),
  keys: z.record(profileNameSchema, z.string()),
});

/**
 * `keys.json`, which only its owner may read: keys of people without a keychain.
 *
 * @param checked whether the system has permissions to look at; Windows keeps the folder to its owner by itself
 */
export function keyFile(folder: string, checked = process.platform !== 'win32'): KeyStore {
  const path = join(folder, 'keys.json');
  const file = ownFile({
    path,
    schema: keyFileSchema,
    empty: { version: 1, keys: {} },
    version: 1,
    mode: 0o600,
  });

  /** @throws {RetouchError} `bad-settings` when others may read it */
  async function readChecked() {
    if (checked && (await openToOthers(path)))
      throw new RetouchError(
        'bad-settings',
        `Others may read the keys in '${path}': run chmod 600 on it, or keep keys in the environment (--key-env)`,
      );
    return await file.read();
  }

  return {
    title: `the file '${path}', which only you may read`,
    find: async (name) => {
      const { keys } = await readChecked();
      return Object.hasOwn(keys, name) ? keys[name] : undefined;
    },
    async store(name, key) {
      const { keys } = await readChecked();
      await file.write({ version: 1, keys: { ...keys, [name]: key } });
      if (!checked || !(await openToOthers(path))) return;
      await file.write({ version: 1, keys });
      throw new RetouchError(
        'cannot-write',
        `The disk of '${path}' cannot keep a file to yourself: keep the key in the environment (--key-env)`,
      );
    },
    async remove(name) {
      const { keys } = await readChecked();
      if (!Object.hasOwn(keys, name)) return;
      const { [name]: _, ...rest } = keys;
      await file.write({ version: 1, keys: rest });
    },
  };
}

async function openToOthers(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}
