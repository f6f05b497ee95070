import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import { createFrame, type Frame } from '../measure/frame.ts';
import type { ScoreRequest } from '../reward.ts';

export type OpenStart = (request: ScoreRequest) => Steps<Frame>;

/**
 * Opens the picture that candidates start from. The last one is kept with all that was measured of it: people try one
 * instruction after the other on one photo. Only one, because its parts take a megabyte each.
 */
export function createStart(): OpenStart {
  let kept: { readonly observation: Observation; readonly frame: Frame } | undefined;
  return function* open({ observation, before }) {
    // Parts of the picture come from the observation: it has to be the same one, too.
    if (kept?.observation === observation && isSame(kept.frame.raster, before)) return kept.frame;
    const { preview, lab } = observation;
    const frame = yield* createFrame(before, isSame(before, preview) ? lab : undefined);
    kept = { observation, frame };
    return frame;
  };
}

/** An untouched photo renders to itself; its L*a*b* is known. */
function isSame(one: Raster, other: Raster): boolean {
  if (one.space !== other.space || one.width !== other.width || one.data.length !== other.data.length)
    return false;
  if (one.data === other.data) return true;
  for (let index = 0; index < one.data.length; index += 1)
    if (one.data[index] !== other.data[index]) return false;
  return true;
}
