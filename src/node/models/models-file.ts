import { join } from 'node:path';
import * as z from 'zod';
import { type Profile, profileNameSchema, profileSchema } from '#openai/profile.ts';
import { type OwnFile, ownFile } from './own-file.ts';

/**
 * `models.json`: profiles, which hosts the person agreed to, and the ban on leaving this machine. Described in
 * docs/models.md. Keys are not in it.
 */
const modelsFileSchema = z.strictObject({
  version: z.literal(1),
  /** Nothing may leave this machine. */
  localOnly: z.boolean().default(false),
  /** Host → day (UTC) on which the person agreed to send pictures there. */
  agreed: z.record(z.string().max(300), z.string().max(40)).default({}),
  models: z.record(profileNameSchema, profileSchema).default({}),
});

export type ModelsFile = z.infer<typeof modelsFileSchema>;

const EMPTY: ModelsFile = { version: 1, localOnly: false, agreed: {}, models: {} };

export function modelsFile(folder: string): OwnFile<ModelsFile> {
  return ownFile({ path: join(folder, 'models.json'), schema: modelsFileSchema, empty: EMPTY, version: 1 });
}

/** A profile with only what the person chose: what is left out follows the program's defaults when they change. */
export function withoutDefaults(profile: Profile): Profile {
  const { preset, baseUrl, model } = profile;
  const plain: Record<string, unknown> = profileSchema.parse({ preset, baseUrl, model });
  const needed = ['preset', 'baseUrl', 'model'];
  const chosen = Object.entries(profile).filter(
    ([name, value]) => needed.includes(name) || plain[name] !== value,
  );
  return Object.fromEntries(chosen) as Profile;
}
