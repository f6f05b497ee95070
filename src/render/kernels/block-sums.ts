import { decodeTable8 } from '#color/transfer.ts';
import type { Raster } from '#image/raster.ts';
import type { KernelMemory } from './kernels.ts';

/** Sums of linear light over blocks of rows of an 8-bit picture, `step` pixels wide (see local/measurement.ts). */
export function blockSumsOf(
  memory: KernelMemory,
  { data, width, space }: Raster,
  step: number,
): (rows: readonly number[], sums: Float32Array) => void {
  const tables = memory.place(3 * 256 * 4);
  const codes = memory.place(width * 3);
  const total = memory.place(Math.ceil(width / step) * 3 * 4);
  for (const channel of [0, 1, 2] as const)
    memory.floats(tables + channel * 1024, 256).set(decodeTable8(space, channel));
  return (rows, sums) => {
    const line = memory.floats(total, sums.length);
    line.fill(0);
    for (const y of rows) {
      memory.bytes(codes, width * 3).set(data.subarray(y * width * 3, (y + 1) * width * 3));
      memory.run.blockSums(codes, width, step, tables, total);
    }
    sums.set(line);
  };
}
