import { RetouchError } from '#wire/error.ts';
import { hostOf, isSameHouse, mayFetch } from './address.ts';
import { fromUtf8, toBase64 } from './bytes.ts';
import type { EditRequest, ImageEditor } from './image-editor.ts';
import type { Net } from './net.ts';
import { type Caller, hide, readJson, send } from './send.ts';

export interface FluxOptions {
  /** Without `/v1`. @default 'https://api.bfl.ai' */
  readonly baseUrl?: string;
  /** As in the address: `flux-kontext-pro`, `flux-2-pro`. */
  readonly model: string;
  readonly key: string;
  /** For the whole edit, ms. @default 180000 */
  readonly totalMs?: number;
  /** Between two questions whether it is ready, ms; grows to four times of it. @default 1000 */
  readonly pollMs?: number;
  readonly net: Net;
  /** Throws when pictures may not be sent there (yet). */
  readonly permit: () => void;
}

/**
 * Flux editors by the API of Black Forest Labs: the order is placed with `POST /v1/{model}`, the reply names where to ask
 * until it is ready, and the picture is fetched from an address that holds for ten minutes (docs.bfl.ml, API reference).
 */
export function createFlux(options: FluxOptions): ImageEditor {
  const {
    baseUrl = 'https://api.bfl.ai',
    model,
    key,
    net,
    permit,
    totalMs = 180_000,
    pollMs = 1000,
  } = options;
  const base = baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
  const title = `${model} at ${hostOf(base)}`;
  return {
    id: `flux:${model}`,
    async edit({ image, prompt, seed, signal }: EditRequest) {
      permit();
      const limit = net.until(totalMs, signal);
      const caller: Caller = { net, title, key, signal: limit.signal };
      try {
        const order = await placeOrder(caller, `${base}/v1/${encodeURIComponent(model)}`, {
          prompt,
          input_image: toBase64(image),
          seed,
          output_format: 'png',
          prompt_upsampling: false,
        });
        const address =
          order.address !== undefined && isSameHouse(base, order.address) ? order.address : undefined;
        const asked = address ?? `${base}/v1/get_result?id=${encodeURIComponent(order.id)}`;
        const picture = await untilReady(caller, asked, pollMs);
        if (mayFetch(base, picture)) return await send(caller, picture, { method: 'GET', headers: {} });
        throw new RetouchError(
          'model-failed',
          `${title} keeps its picture at an address that is not safe to fetch from`,
        );
      } finally {
        limit.done();
      }
    },
  };
}

async function placeOrder(
  caller: Caller,
  address: string,
  order: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly address: string | undefined }> {
  const reply = await send(caller, address, {
    method: 'POST',
    headers: { 'x-key': caller.key ?? '', 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  });
  const { id, polling_url: polling } = readJson(fromUtf8(reply)) ?? {};
  if (typeof id !== 'string' || id === '')
    throw new RetouchError('model-failed', `${caller.title} did not say what became of the order`);
  return { id, address: typeof polling === 'string' ? polling : undefined };
}

/** Other states ("Pending", "Queued", "Generating") mean to ask again. */
const ENDS: Readonly<Record<string, string>> = {
  'Request Moderated': 'will not work on this photo and these words (moderated)',
  'Content Moderated': 'made a picture and then held it back (moderated)',
  'Task not found': 'has lost the order',
  Error: 'failed',
  Failed: 'failed',
};

async function untilReady(caller: Caller, address: string, pollMs: number): Promise<string> {
  for (let pause = pollMs; ; pause = Math.min(4 * pollMs, pause * 1.3)) {
    const reply = await send(caller, address, { method: 'GET', headers: { 'x-key': caller.key ?? '' } });
    const { status, result, details } = readJson(fromUtf8(reply)) ?? {};
    const sample = (result as { sample?: unknown } | null | undefined)?.sample;
    if (status === 'Ready' && typeof sample === 'string') return sample;
    const end = ENDS[String(status)] ?? (status === 'Ready' ? 'sent no picture' : undefined);
    if (typeof status !== 'string' || end !== undefined) {
      const words =
        details === undefined || details === null ? '' : `: ${hide(JSON.stringify(details), caller)}`;
      throw new RetouchError('model-failed', `${caller.title} ${end ?? 'did not say how far it is'}${words}`);
    }
    await caller.net.wait(pause, caller.signal);
  }
}
