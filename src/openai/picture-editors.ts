import type { Preset } from './preset.ts';

/** They are not asked in chat: what presets say about that is not used. */
const NO_CHAT = { tokens: 'max_tokens', seed: true, extras: () => ({}), concurrency: 1 } as const;

/**
 * Makers of picture editors: a picture and words go in, a new picture comes out. They propose, and cannot judge.
 *
 * Addresses and names of keys as published: platform.openai.com/docs/api-reference/images, docs.bfl.ml.
 */
export const PICTURE_EDITORS: readonly Preset[] = [
  {
    ...NO_CHAT,
    name: 'openai-images',
    title: 'OpenAI’s picture editor',
    baseUrl: 'https://api.openai.com/v1',
    keyEnv: 'OPENAI_API_KEY',
    paints: 'openai-images',
  },
  {
    ...NO_CHAT,
    name: 'flux',
    title: 'Flux of Black Forest Labs',
    baseUrl: 'https://api.bfl.ai/v1',
    recognises: ({ hostname }) => hostname === 'api.bfl.ai' || /^api\.\w+\.bfl\.ai$/.test(hostname),
    keyEnv: 'BFL_API_KEY',
    paints: 'flux',
  },
];
