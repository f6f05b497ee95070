import { SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import type { Raster } from '#image/raster.ts';
import { runInTurns } from '#image/steps.ts';
import { DISPLAY_EDGE } from '#retouch/observe.ts';
import { renderRequestSchema } from '#wire/api.ts';
import { jsonRoute } from '../route.ts';

/** Previews are looked at and thrown away. */
const PREVIEW_QUALITY = 88;

export const renderRoute = jsonRoute(renderRequestSchema, {
  method: 'post',
  path: '/v1/photos/{id}/render',
  summary:
    'The photo under settings, as a JPEG with its profile or as pixels; empty settings are the original',
  access: 'token',
  reply: {
    status: 200,
    media: ['image/jpeg', 'application/octet-stream'],
    description: 'The picture, its long edge at most `edge` px',
  },
  handle: async ({ body, path, photos, parts, signal }) => {
    const photo = photos.get(path['id']!);
    const raw = body.format === 'rgb';
    const output = { format: 'jpeg', quality: PREVIEW_QUALITY } as const;
    const open = { source: photo.facts.source };
    if (body.edge > DISPLAY_EDGE && !raw) {
      const source = { bytes: photo.bytes, name: photo.facts.name };
      return jpeg(
        await parts.pool.render(
          { photo: source, settings: body.settings, open, output: { ...output, size: body.edge } },
          signal,
        ),
      );
    }
    const source = await runInTurns(photo.displayAt(Math.min(DISPLAY_EDGE, body.edge)), parts.breathe);
    const picture = await parts.pool.preview(source, body.settings, signal);
    return raw ? pixels(picture) : jpeg(await parts.encode(picture, output));
  },
});

/** Width, height and samples, as `renderRequestSchema` says. */
function pixels(picture: Raster): Response {
  const { width, height, data } = convertRaster(picture, SRGB, 8);
  const body = new Uint8Array(8 + data.length);
  const view = new DataView(body.buffer);
  view.setUint32(0, width, true);
  view.setUint32(4, height, true);
  body.set(data, 8);
  return new Response(body, { headers: { 'Content-Type': 'application/octet-stream' } });
}

function jpeg(file: Uint8Array): Response {
  return new Response(file as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': 'image/jpeg' } });
}
