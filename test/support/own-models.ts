import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServiceModels } from '#cli/service-models.ts';
import { type Models, openModels } from '#node/models/models.ts';
import { type Profile, profileSchema } from '#openai/profile.ts';
import type { ServiceModels } from '#service/models.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from './model-server/start.ts';

/** A person's models in a folder of their own, and a model server that they are at. */
export interface OwnModels {
  readonly server: ModelServer;
  readonly models: Models;
  /** For a service that is started with the embedded ones. */
  readonly choice: ServiceModels;
  add(name: string, changes?: Partial<Profile>): Promise<void>;
  close(): Promise<void>;
}

/** A model that Ollama on this machine hands on to the internet: pictures leave, and still our server is asked. */
export const CLOUD = { preset: 'ollama', model: 'double:cloud' } as const;
/** One attempt, so that nothing is waited for. */
const PATIENT = { attempts: 1 } as const;

export async function ownModels(
  options: ModelServerOptions = {},
  env: Record<string, string> = {},
): Promise<OwnModels> {
  const server = await startModelServer({ kind: 'ollama', models: ['double', 'double:cloud'], ...options });
  const folder = await mkdtemp(join(tmpdir(), 'retouchiq-models-'));
  const models = openModels({ folder, env, keychain: async () => undefined });
  return {
    server,
    models,
    choice: await openServiceModels({ policy: 'embedded', reward: 'embedded' }, models),
    async add(name, changes = {}) {
      const given = { preset: 'ollama', baseUrl: server.baseUrl, model: 'double', ...PATIENT, ...changes };
      await models.add(name, profileSchema.parse(given), { replace: true });
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a model in hybrid mode answers: one reading, "warmer". */
export const WARMER = JSON.stringify({
  reasoning: 'The light is cool and even.',
  readings: [
    {
      title: 'Low sun',
      why: 'Warm light was asked for.',
      goals: [{ axis: 'warmth', direction: 'more', amount: 1, region: 'whole', words: '' }],
      styles: [],
      locks: [],
      unsupported: [],
    },
  ],
});
