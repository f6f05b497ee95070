import { topOf } from '#image/depth.ts';
import { interpolate } from '../criteria/fit.ts';
import { remember } from '../measure/frame.ts';
import type { Pair } from '../measure/pair.ts';
import type { GuardCheck } from './guard.ts';
import { percent } from './guard.ts';

type Samples = Uint8Array | Uint16Array;

/** Newly clipped area, as shares of the frame. What was almost clipped before counts little: it held little. */
export interface Clipping {
  /** All channels at the upper end, which were not before: nothing left to recover. */
  readonly white: number;
  readonly black: number;
  /** One or two channels newly at the upper end: colour detail lost. */
  readonly channel: number;
}

/** A pixel that was this many 8-bit steps from the end loses fully when it clips, a nearer one in proportion. */
const FULL_LOSS = 24;

export function newClipping({ before, after }: Pair): Clipping {
  return remember(after, 'clipping', () => measureClipping(before.raster.data, after.raster.data));
}

/** Samples within 1/255 of an end count as clipped: JPEG and dither blur the very end. */
function measureClipping(before: Samples, after: Samples): Clipping {
  const step = topOf(after) / 255;
  const top = 254 * step;
  let white = 0;
  let black = 0;
  let channel = 0;
  for (let index = 0; index < after.length; index += 3) {
    const r = after[index]!;
    const g = after[index + 1]!;
    const b = after[index + 2]!;
    if (r >= top || g >= top || b >= top) {
      if (r >= top && g >= top && b >= top) white += loss(top - luma(before, index), step);
      else {
        const most = Math.max(
          r >= top ? top - before[index]! : 0,
          g >= top ? top - before[index + 1]! : 0,
          b >= top ? top - before[index + 2]! : 0,
        );
        channel += loss(most, step);
      }
    } else if (r <= step && g <= step && b <= step) black += loss(luma(before, index) - step, step);
  }
  const pixels = Math.max(1, after.length / 3);
  return { white: white / pixels, black: black / pixels, channel: channel / pixels };
}

/** How much a pixel loses that was `distance` codes from the end, 0…1; `step` codes make an 8-bit step. */
function loss(distance: number, step: number): number {
  return Math.min(1, Math.max(0, distance) / (FULL_LOSS * step));
}

function luma(data: Samples, index: number): number {
  return 0.25 * data[index]! + 0.66 * data[index + 1]! + 0.09 * data[index + 2]!;
}

/** Score by the lost share: half a percent is a highlight on a spoon, a tenth of the frame is a broken picture. */
export function scoreClipping({ white, black, channel }: Clipping): number {
  // Blacks may close with less harm than whites may burn; a single channel still leaves two to see detail in.
  const lost = white + 0.5 * black + 0.35 * channel;
  return interpolate([0.001, 0.005, 0.02, 0.06, 0.15, 0.4], [10, 9, 7, 4, 1.5, 0], lost);
}

export const CLIPPING: GuardCheck = {
  name: 'clipping',
  limit: 6,
  check: (pair) => {
    const clipping = newClipping(pair);
    const { white, black, channel } = clipping;
    const evidence = `newly clipped: ${percent(white)} white, ${percent(black)} black, ${percent(channel)} in single channels`;
    return { score: scoreClipping(clipping), evidence };
  },
};
