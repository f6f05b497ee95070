import { multiply3 } from '#color/matrix.ts';
import type { RgbSpace } from '#color/space.ts';
import { decodeTableFor, encodeFast, encodeTable } from '#color/transfer.ts';
import { depthOf, samplesOf, topOf } from './depth.ts';
import type { Raster } from './raster.ts';

/**
 * The picture in another space (colours outside of it are clipped per channel) and, if asked, another depth.
 * The same object comes back when both are as they should be.
 */
export function convertRaster(raster: Raster, space: RgbSpace, depth: 8 | 16 = depthOf(raster.data)): Raster {
  const { width, height, data } = raster;
  const sameDepth = depth === depthOf(raster.data);
  if (space === raster.space && sameDepth) return raster;

  const alpha = raster.alpha && (sameDepth ? raster.alpha : changeDepth(raster.alpha, depth));
  const converted = space === raster.space ? changeDepth(data, depth) : changeSpace(raster, space, depth);
  return alpha ? { width, height, data: converted, space, alpha } : { width, height, data: converted, space };
}

function changeSpace({ data, space: from }: Raster, to: RgbSpace, depth: 8 | 16): Uint8Array | Uint16Array {
  const m = multiply3(to.fromXyzD50, from.toXyzD50);
  const [red, green, blue] = [
    decodeTableFor(data, from, 0),
    decodeTableFor(data, from, 1),
    decodeTableFor(data, from, 2),
  ];
  const [toRed, toGreen, toBlue] = [encodeTable(to, 0), encodeTable(to, 1), encodeTable(to, 2)];
  const out = samplesOf(depth, data.length);
  const max = topOf(out);
  for (let i = 0; i < data.length; i += 3) {
    const r = red[data[i]!]!;
    const g = green[data[i + 1]!]!;
    const b = blue[data[i + 2]!]!;
    out[i] = encodeFast(toRed, m[0] * r + m[1] * g + m[2] * b) * max + 0.5;
    out[i + 1] = encodeFast(toGreen, m[3] * r + m[4] * g + m[5] * b) * max + 0.5;
    out[i + 2] = encodeFast(toBlue, m[6] * r + m[7] * g + m[8] * b) * max + 0.5;
  }
  return out;
}

/** 255 ↔ 65535: full range to full range, so 8 → 16 → 8 is the identity. */
function changeDepth(data: Uint8Array | Uint16Array, depth: 8 | 16): Uint8Array | Uint16Array {
  const out = samplesOf(depth, data.length);
  if (depth === 16) for (let i = 0; i < data.length; i++) out[i] = data[i]! * 257;
  else for (let i = 0; i < data.length; i++) out[i] = data[i]! / 257 + 0.5;
  return out;
}
