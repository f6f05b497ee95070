import { depthOf } from './depth.ts';
import type { Raster } from './raster.ts';

/** Pixel counts in 256 bins of the encoded range. */
export interface Histogram {
  readonly luminance: Uint32Array;
  readonly red: Uint32Array;
  readonly green: Uint32Array;
  readonly blue: Uint32Array;
}

/** Counts pixels by channel and by luminance: the encoded channels weighted as the space weights linear light. */
export function measureHistogram({ data, space }: Raster): Histogram {
  const bins = () => new Uint32Array(256);
  const histogram: Histogram = { luminance: bins(), red: bins(), green: bins(), blue: bins() };
  const { luminance, red, green, blue } = histogram;
  const [, , , wr, wg, wb] = space.toXyzD50;
  const shift = depthOf(data) - 8;
  for (let i = 0; i + 2 < data.length; i += 3) {
    const r = data[i]! >> shift;
    const g = data[i + 1]! >> shift;
    const b = data[i + 2]! >> shift;
    red[r]!++;
    green[g]!++;
    blue[b]!++;
    luminance[Math.min(255, (r * wr + g * wg + b * wb + 0.5) | 0)]!++;
  }
  return histogram;
}
