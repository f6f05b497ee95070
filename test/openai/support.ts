import type { ChatModel, ChatRequest } from '#openai/chat.ts';
import { type ChatModelOptions, createChatModel } from '#openai/chat-model.ts';
import { type Profile, profileSchema } from '#openai/profile.ts';
import {
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from '../support/model-server/start.ts';

export const ALLOWED = { localOnly: false, agreed: () => true };

export function profileFor(baseUrl: string, changes: Partial<Profile> = {}): Profile {
  return profileSchema.parse({ preset: 'openai', baseUrl, model: 'double', ...changes });
}

/** Pauses so short that a test need not wait. */
export function modelFor(profile: Profile, changes: Partial<ChatModelOptions> = {}): ChatModel {
  return createChatModel(profile, { name: 'test', permission: ALLOWED, backoffMs: 1, ...changes });
}

/** A server for one test, and a model that asks it. */
export async function withServer<T>(
  options: ModelServerOptions & {
    readonly profile?: Partial<Profile>;
    readonly model?: Partial<ChatModelOptions>;
  },
  test: (model: ChatModel, server: ModelServer, profile: Profile) => Promise<T>,
): Promise<T> {
  const server = await startModelServer(options);
  const profile = profileFor(server.baseUrl, { preset: options.kind ?? 'openai', ...options.profile });
  try {
    return await test(modelFor(profile, options.model), server, profile);
  } finally {
    await server.close();
  }
}

/** The beginning of a JPEG file; no server of ours looks further. */
export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);

export const PLAIN: ChatRequest = { messages: [{ role: 'user', text: 'Say hello' }] };

export const WITH_SCHEMA: ChatRequest = {
  messages: [
    { role: 'system', text: 'You look at photos.' },
    { role: 'user', text: 'How warm is it?', images: [JPEG] },
  ],
  schema: {
    name: 'warmth',
    json: {
      type: 'object',
      properties: { reasoning: { type: 'string' }, warmth: { type: 'number' } },
      required: ['reasoning', 'warmth'],
      additionalProperties: false,
    },
  },
  temperature: 0.2,
  seed: 7,
};

export const WARM = '{"reasoning": "Low sun, \\"golden\\".", "warmth": 0.8}';
