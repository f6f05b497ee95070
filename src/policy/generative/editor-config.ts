import * as z from 'zod';
import { createFlux } from './flux.ts';
import type { ImageEditor } from './image-editor.ts';
import type { Net } from './net.ts';
import { createOpenAiImages } from './open-ai-images.ts';

const common = {
  model: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u, 'a name without line breaks'),
  totalMs: z.int().min(1000).max(3_600_000).optional(),
};

/** A picture editor as it stands in a configuration; the key is kept apart from it. */
export const editorConfigSchema = z.discriminatedUnion('api', [
  z.strictObject({
    api: z.literal('openai-images'),
    baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
    inputFidelity: z.enum(['high', 'low']).optional(),
    quality: z.enum(['low', 'medium', 'high', 'auto']).optional(),
    ...common,
  }),
  z.strictObject({
    api: z.literal('flux'),
    baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.bfl.ai'),
    ...common,
  }),
]);
export type EditorConfig = z.infer<typeof editorConfigSchema>;

/** @throws {RetouchError} `bad-request` when the address is none */
export function createImageEditor(
  config: EditorConfig,
  parts: { readonly key: string | undefined; readonly net: Net; readonly permit: () => void },
): ImageEditor {
  const { net, permit, key } = parts;
  const limit = config.totalMs === undefined ? {} : { totalMs: config.totalMs };
  if (config.api === 'flux')
    return createFlux({
      baseUrl: config.baseUrl,
      model: config.model,
      key: key ?? '',
      net,
      permit,
      ...limit,
    });
  return createOpenAiImages({
    baseUrl: config.baseUrl,
    model: config.model,
    ...(key === undefined ? {} : { key }),
    ...(config.inputFidelity === undefined ? {} : { inputFidelity: config.inputFidelity }),
    ...(config.quality === undefined ? {} : { quality: config.quality }),
    net,
    permit,
    ...limit,
  });
}
