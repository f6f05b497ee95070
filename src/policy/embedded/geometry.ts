import type { Region } from '#image/observation.ts';
import type { LinearMask, Mask, RadialMask } from '#settings/settings.ts';

const PLAIN = { combine: 'add', inverted: false } as const;

/** Share of each row that a region covers, top to bottom. */
function rowCover({ mask }: Region): number[] {
  const { width, height, data } = mask;
  const cover = new Array<number>(height).fill(0);
  for (let y = 0, i = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++, i++) sum += data[i]!;
    cover[y] = sum / width;
  }
  return cover;
}

/**
 * A gradient from the top that ends where the sky does: full effect above, none below the place where the cover falls
 * through half of its greatest; as soft as the cover itself falls.
 */
export function skyGradient(region: Region): LinearMask {
  const cover = rowCover(region);
  const most = Math.max(...cover);
  const rowBelow = (share: number) => {
    const start = cover.indexOf(most);
    const row = cover.findIndex((value, y) => y >= start && value < share * most);
    return (row < 0 ? cover.length : row) / cover.length;
  };
  const full = Math.max(0.01, rowBelow(0.8) - 0.02);
  const zero = Math.min(1, Math.max(full + 0.06, rowBelow(0.25)));
  return {
    kind: 'linear',
    ...PLAIN,
    name: 'Sky gradient',
    zeroX: 0.5,
    zeroY: round(zero),
    fullX: 0.5,
    fullY: round(full),
  };
}

/** A gradient from the bottom up to where the region begins. */
export function groundGradient(region: Region): LinearMask {
  const top = region.box.top;
  const full = Math.min(0.99, top + 0.3 * (1 - top));
  return {
    kind: 'linear',
    ...PLAIN,
    name: 'Ground gradient',
    zeroX: 0.5,
    zeroY: round(top),
    fullX: 0.5,
    fullY: round(full),
  };
}

/** An ellipse around the region's box, `grown` times as large; `inverted` works on everything else. */
export function ellipse(region: Region, grown: number, feather: number, inverted = false): RadialMask {
  const { left, right, top, bottom } = region.box;
  const halfWidth = ((right - left) / 2) * grown;
  const halfHeight = ((bottom - top) / 2) * grown;
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return {
    kind: 'radial',
    combine: 'add',
    inverted,
    name: inverted ? 'Around' : 'Ellipse',
    left: round(x - halfWidth),
    right: round(x + halfWidth),
    top: round(y - halfHeight),
    bottom: round(y + halfHeight),
    angle: 0,
    feather,
  };
}

/** The window on encoded luminance that holds a region's tones, as an intersection. */
export function luminanceWindow(low: number, high: number): Mask {
  const soft = 0.12;
  return {
    kind: 'luminance',
    combine: 'intersect',
    inverted: false,
    name: 'Tones',
    lowNone: round(Math.max(0, low - soft)),
    lowFull: round(Math.max(0, low)),
    highFull: round(Math.min(1, high)),
    highNone: round(Math.min(1, high + soft)),
  };
}

/** Fractions with the six decimals that Camera Raw writes at most. */
function round(value: number): number {
  return Number(value.toFixed(4));
}
