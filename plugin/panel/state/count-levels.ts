import type { Histogram } from '../host.ts';

/** Levels at which a channel counts as clipped. */
export const LOWEST = 0;
export const HIGHEST = 255;

/**
 * Counts levels of a picture. Luma is Rec. 709 on encoded values, as histograms usually show it.
 *
 * @param data 8 bits, interleaved
 * @param channels 3, or 4 with an alpha channel that is passed over
 */
export function countLevels(data: ArrayLike<number>, channels: 3 | 4): Histogram {
  const [red, green, blue, luma] = [newLevels(), newLevels(), newLevels(), newLevels()];
  let shadows = 0;
  let highlights = 0;
  for (let at = 0; at + 2 < data.length; at += channels) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    count(red, r);
    count(green, g);
    count(blue, b);
    count(luma, Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b));
    if (r <= LOWEST || g <= LOWEST || b <= LOWEST) shadows += 1;
    if (r >= HIGHEST || g >= HIGHEST || b >= HIGHEST) highlights += 1;
  }
  const total = Math.max(1, data.length / channels);
  return { red, green, blue, luma, clipped: { shadows: shadows / total, highlights: highlights / total } };
}

function newLevels(): number[] {
  return new Array<number>(256).fill(0);
}

function count(levels: number[], level: number): void {
  levels[level] = (levels[level] ?? 0) + 1;
}
