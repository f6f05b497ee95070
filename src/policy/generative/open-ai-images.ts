import { RetouchError } from '#wire/error.ts';
import { hostOf, mayFetch } from './address.ts';
import { fromBase64, fromUtf8 } from './bytes.ts';
import { type EditRequest, type ImageEditor, typeOf } from './image-editor.ts';
import { multipart } from './multipart.ts';
import type { Net } from './net.ts';
import { type Caller, readJson, send } from './send.ts';

export interface OpenAiImagesOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: string;
  /** How closely the model keeps to the picture; left out unless set, as only some models know it. */
  readonly inputFidelity?: 'high' | 'low';
  readonly quality?: 'low' | 'medium' | 'high' | 'auto';
  /** For the whole edit, ms. @default 180000 */
  readonly totalMs?: number;
  readonly net: Net;
  /** Throws when pictures may not be sent there (yet). */
  readonly permit: () => void;
}

/**
 * Picture editors that speak OpenAI's images API: `POST /images/edits` with a form, a picture back as base64 or by address.
 * Fields as the published OpenAPI document has them.
 */
export function createOpenAiImages(options: OpenAiImagesOptions): ImageEditor {
  const { baseUrl, model, key, net, permit, totalMs = 180_000 } = options;
  const host = hostOf(baseUrl);
  const address = `${baseUrl.replace(/\/+$/, '')}/images/edits`;
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return {
    id: `openai-images:${model}`,
    async edit({ image, prompt, signal }: EditRequest) {
      permit();
      const type = typeOf(image);
      const filename = type === 'image/png' ? 'photo.png' : 'photo.jpg';
      const form = multipart(
        {
          model,
          prompt,
          n: '1',
          size: 'auto',
          ...(options.quality === undefined ? {} : { quality: options.quality }),
          ...(options.inputFidelity === undefined ? {} : { input_fidelity: options.inputFidelity }),
        },
        [{ name: 'image', filename, type, bytes: image }],
      );
      const limit = net.until(totalMs, signal);
      const caller: Caller = { net, title: `${model} at ${host}`, key, signal: limit.signal };
      try {
        const reply = await send(caller, address, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': form.type },
          body: form.body,
        });
        return await pictureIn(reply, caller, baseUrl);
      } finally {
        limit.done();
      }
    },
  };
}

async function pictureIn(reply: Uint8Array, caller: Caller, base: string): Promise<Uint8Array> {
  const data = readJson(fromUtf8(reply))?.['data'];
  const first: unknown = Array.isArray(data) ? data[0] : undefined;
  const { b64_json: coded, url } = (first ?? {}) as Record<string, unknown>;
  if (typeof coded === 'string') {
    const bytes = fromBase64(coded);
    if (bytes !== undefined && bytes.length > 0) return bytes;
  }
  if (typeof url === 'string' && mayFetch(base, url))
    return send(caller, url, { method: 'GET', headers: {} });
  throw new RetouchError('model-failed', `${caller.title} sent no picture`);
}
