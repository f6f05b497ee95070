import type { Raster } from '#image/raster.ts';
import { fitSteps } from '#image/resample.ts';
import { runInTurns } from '#image/steps.ts';
import { OBSERVATION_EDGE } from '#retouch/observe.ts';
import type { PicturePixels } from '#wire/api.ts';
import { encodeBase64 } from '../text/base64.ts';

/** Bytes that are encoded at a time, a multiple of three. */
const PIECE = 3 << 14;

/** Makes of a picture what the service takes: no larger than it looks at, as base64. */
export function createPictureSender(
  breathe: () => Promise<void>,
): (picture: Raster) => Promise<PicturePixels> {
  return async (picture) => {
    const { width, height, data } = await runInTurns(fitSteps(picture, OBSERVATION_EDGE), breathe);
    const parts: string[] = [];
    for (let from = 0; from < data.length; from += PIECE) {
      parts.push(encodeBase64(Uint8Array.from(data.subarray(from, from + PIECE))));
      await breathe();
    }
    return { width, height, rgb: parts.join('') };
  };
}
