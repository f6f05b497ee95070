import { SRGB } from '#color/spaces.ts';
import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { concatBytes } from '#node/bytes.ts';
import type { EncodeOptions } from '#node/encode.ts';
import { SegmentEncoder } from '#node/segment-encoder.ts';
import type { RowRange } from '#render/renderer.ts';

/** Noise over a gradient, the same for a seed: coded in every block by other numbers. */
export function randomPicture(width: number, height: number, seed: number): Raster & { data: Uint8Array } {
  const data = new Uint8Array(width * height * 3);
  let state = seed >>> 0;
  for (let index = 0; index < data.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[index] = ((index * 255) / data.length + (state >>> 24)) / 2;
  }
  return { width, height, data, space: SRGB };
}

/** @param parts rows of each part, encoded by an encoder of its own */
export async function encodeInSegments(
  picture: Raster,
  segmentRows: number,
  parts: readonly number[],
  output: EncodeOptions,
): Promise<Uint8Array> {
  const { width, data, alpha } = picture;
  const pieces: Uint8Array[][] = parts.map(() => []);
  const encoders: SegmentEncoder[] = [];
  const told: unknown[] = [];
  let tellAll = () => {};
  const allTold = new Promise<void>((resolve) => {
    tellAll = resolve;
  });
  let top = 0;
  for (const [index, rows] of parts.entries()) {
    const encoder = new SegmentEncoder({
      picture,
      segmentRows,
      range: { top, rows },
      depth: depthOf(data),
      ...(alpha
        ? { alphaOf: (at: RowRange) => alpha.subarray(at.top * width, (at.top + at.rows) * width) }
        : {}),
      output,
      deliver: (bytes, isHead) => (isHead ? pieces[0]!.unshift(bytes) : pieces[index]!.push(bytes)),
      gather: async (value) => {
        told[index] = value;
        if (told.filter((each) => each !== undefined).length === parts.length) tellAll();
        await allTold;
        return told as never;
      },
    });
    // Strips of seven rows lie across the segments' borders.
    for (let row = top; row < top + rows; row += 7) {
      const count = Math.min(7, top + rows - row);
      const strip = data.subarray(row * width * 3, (row + count) * width * 3);
      await encoder.write({ top: row, rows: count, data: strip });
    }
    encoders.push(encoder);
    top += rows;
  }
  await Promise.all(encoders.map((encoder) => encoder.finish()));
  return concatBytes(pieces.flat());
}
