import type { RgbSpace } from '#color/space.ts';
import type { Step } from '../step.ts';
import { spaceToWorking, workingToSpace } from '../working-space.ts';
import { Coding } from './coding.ts';
import { KernelChain } from './kernel-chain.ts';
import type { Kernels } from './kernels.ts';
import { Planes } from './planes.ts';

/** Nodes that are developed at a time: their planes (48 KB) stay in the processor's cache. */
const NODES = 4225;

/**
 * The nodes of a color table: `steps` on each, from a space's codes to its codes; four 16-bit numbers per node, 16320 =
 * white, the last one unused.
 */
export function buildNodes(
  kernels: Kernels,
  size: number,
  space: RgbSpace,
  steps: readonly Step[],
): Int16Array {
  return kernels.with((memory) => {
    const matrices: readonly Step[] = [
      { kind: 'matrix', matrix: spaceToWorking(space) },
      ...steps,
      { kind: 'matrix', matrix: workingToSpace(space) },
    ];
    const planes = new Planes(memory, NODES);
    const chain = new KernelChain(memory, planes, matrices);
    const coding = new Coding(memory, planes, space);
    const { run } = memory;
    const axes = ([0, 1, 2] as const).map((channel) =>
      Float32Array.from({ length: size }, (_, i) => space.decode(i / (size - 1), channel)),
    ) as [Float32Array, Float32Array, Float32Array];
    const [green, blue] = [memory.put(axes[1]), memory.put(axes[2])];
    const out = memory.place(size ** 3 * 8);
    const rows = Math.max(1, Math.floor(NODES / size));
    for (let r = 0; r < size; r++)
      for (let g = 0; g < size; g += rows) {
        const count = Math.min(rows, size - g) * size;
        run.nodePlanes(
          axes[0][r]!,
          green + g * 4,
          blue,
          Math.min(rows, size - g),
          size,
          planes.address,
          planes.stride,
        );
        chain.run(count);
        coding.extended(count);
        run.storeNodes(planes.address, planes.stride, count, out + (r * size + g) * size * 8);
      }
    return new Int16Array(memory.bytes(out, size ** 3 * 8).slice().buffer);
  });
}
