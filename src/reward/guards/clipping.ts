import { interpolate } from '../criteria/fit.ts';
import { remember } from '../measure/frame.ts';
import type { Pair } from '../measure/pair.ts';
import type { GuardCheck } from './guard.ts';
import { percent } from './guard.ts';

/** Newly clipped area, as shares of the frame. */
export interface Clipping {
  /** All channels at the upper end, which were not before: nothing left to recover. */
  readonly white: number;
  readonly black: number;
  /** One or two channels newly at the upper end: colour detail lost. */
  readonly channel: number;
}

/** Samples within 1/255 of an end count as clipped: JPEG and dither blur the very end. */
export function newClipping(pair: Pair): Clipping {
  return remember(pair.after, 'clipping', () => {
    const before = pair.before.raster.data;
    const after = pair.after.raster.data;
    const step = after instanceof Uint16Array ? 257 : 1;
    const top = 254 * step;
    let white = 0;
    let black = 0;
    let channel = 0;
    for (let index = 0; index < after.length; index += 3) {
      const r = after[index]!;
      const g = after[index + 1]!;
      const b = after[index + 2]!;
      if (r >= top || g >= top || b >= top) {
        const clipped = Number(r >= top) + Number(g >= top) + Number(b >= top);
        const was =
          Number(before[index]! >= top) +
          Number(before[index + 1]! >= top) +
          Number(before[index + 2]! >= top);
        if (clipped === 3 && was < 3) white += 1;
        else if (clipped > was) channel += 1;
      } else if (r <= step && g <= step && b <= step) {
        if (before[index]! > step || before[index + 1]! > step || before[index + 2]! > step) black += 1;
      }
    }
    const pixels = Math.max(1, after.length / 3);
    return { white: white / pixels, black: black / pixels, channel: channel / pixels };
  });
}

/** Score by the lost share: half a percent is a highlight on a spoon, a tenth of the frame is a broken picture. */
export function scoreClipping({ white, black, channel }: Clipping): number {
  // Blacks may close with less harm than whites may burn; a single channel still leaves two to see detail in.
  const lost = white + 0.5 * black + 0.35 * channel;
  return interpolate(
    [
      [0.001, 10],
      [0.005, 9],
      [0.02, 7],
      [0.06, 4],
      [0.15, 1.5],
      [0.4, 0],
    ],
    lost,
  );
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
