import type * as z from 'zod';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import type { OwnPictures } from '#retouch/rank-settings.ts';
import type { PicturePixels, rankRequestSchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';

/**
 * The pictures that a ranking brought along; undefined when it brought none.
 *
 * @throws RetouchError `bad-request` when it brought only some
 */
export function rankedPictures({
  before,
  candidates,
}: z.output<typeof rankRequestSchema>): OwnPictures | undefined {
  const given = candidates.flatMap(({ id, rendered }) =>
    rendered ? [[id, rasterOf(rendered)] as const] : [],
  );
  if (before === undefined && given.length === 0) return undefined;
  if (before === undefined || given.length < candidates.length)
    throw new RetouchError(
      'bad-request',
      'Give `before` and a `rendered` picture for every candidate, or none',
    );
  return { before: rasterOf(before), candidates: Object.fromEntries(given) };
}

function rasterOf({ width, height, rgb }: PicturePixels): Raster {
  return { width, height, data: new Uint8Array(Buffer.from(rgb, 'base64')), space: SRGB };
}
