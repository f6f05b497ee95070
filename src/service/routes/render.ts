import { DISPLAY_EDGE } from '#retouch/observe.ts';
import { renderRequestSchema } from '#wire/api.ts';
import { jsonRoute } from '../route.ts';

/** Previews are looked at and thrown away. */
const PREVIEW_QUALITY = 88;

export const renderRoute = jsonRoute(renderRequestSchema, {
  method: 'post',
  path: '/v1/photos/{id}/render',
  summary: 'The photo under settings, as a JPEG with its profile; empty settings are the original',
  access: 'token',
  reply: { status: 200, media: ['image/jpeg'], description: 'The picture, its long edge at most `edge` px' },
  handle: async ({ body, path, photos, parts, signal }) => {
    const photo = photos.get(path['id']!);
    const output = { format: 'jpeg', quality: PREVIEW_QUALITY } as const;
    const open = { source: photo.facts.source };
    if (body.edge > DISPLAY_EDGE) {
      const source = { bytes: photo.bytes, name: photo.facts.name };
      return jpeg(
        await parts.pool.render(
          { photo: source, settings: body.settings, open, output: { ...output, size: body.edge } },
          signal,
        ),
      );
    }
    const picture = await parts.pool.preview(photo.displayAt(body.edge), body.settings, signal);
    return jpeg(await parts.encode(picture, output));
  },
});

function jpeg(file: Uint8Array): Response {
  return new Response(file as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': 'image/jpeg' } });
}
