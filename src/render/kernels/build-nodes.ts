import type { RgbSpace } from '#color/space.ts';
import { extendedCode } from '../codec.ts';
import type { Step } from '../step.ts';
import { spaceToWorking, workingToSpace } from '../working-space.ts';
import { KernelChain } from './kernel-chain.ts';
import type { Kernels } from './kernels.ts';

/** Pieces of the coding curve to 1, over the root of linear light; from 5 on every code is at its bound of 2. */
const PER_UNIT = 4096;
const COVERED = Math.sqrt(5);

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
    const chain = new KernelChain(memory, matrices);
    const { run } = memory;
    const { planes, stride } = chain;
    const axes = ([0, 1, 2] as const).map((channel) =>
      Float32Array.from({ length: size }, (_, i) => space.decode(i / (size - 1), channel)),
    ) as [Float32Array, Float32Array, Float32Array];
    const [green, blue] = [memory.put(axes[1]), memory.put(axes[2])];
    const codes = ([0, 1, 2] as const).map((channel) => codeCurves(space, channel).map((c) => memory.put(c)));
    const out = memory.place(size ** 3 * 8);
    const rows = Math.max(1, Math.floor(chain.pixels / size));
    for (let r = 0; r < size; r++)
      for (let g = 0; g < size; g += rows) {
        const count = Math.min(rows, size - g) * size;
        run.nodePlanes(axes[0][r]!, green + g * 4, blue, Math.min(rows, size - g), size, planes, stride);
        chain.run(count);
        codes.forEach(([above, below], channel) => {
          run.codePlane(planes + channel * stride, count, above!, below!, CODE_STEPS, PER_UNIT);
        });
        run.storeNodes(planes, stride, count, out + (r * size + g) * size * 8);
      }
    return new Int16Array(memory.bytes(out, size ** 3 * 8).slice().buffer);
  });
}

const CODE_STEPS = Math.ceil(PER_UNIT * COVERED);
const curves = new WeakMap<RgbSpace, (readonly [Float32Array, Float32Array])[]>();

/** Codes over the root of linear light, of light and of what lies below zero. */
function codeCurves(space: RgbSpace, channel: 0 | 1 | 2): readonly [Float32Array, Float32Array] {
  let own = curves.get(space);
  if (!own) {
    own = ([0, 1, 2] as const).map((c) => {
      const curve = (sign: number) =>
        Float32Array.from({ length: CODE_STEPS + 2 }, (_, i) =>
          extendedCode(space, c, sign * (i / PER_UNIT) ** 2),
        );
      return [curve(1), curve(-1)] as const;
    });
    curves.set(space, own);
  }
  return own[channel]!;
}
