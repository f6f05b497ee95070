import type { RgbSpace } from '#color/space.ts';
import { LEVEL_FLOOR, levelWeightsOf } from '../local/level.ts';
import type { Kernels } from './kernels.ts';
import { Planes } from './planes.ts';

/** Levels of interleaved linear channels of a space. */
export function levelPlane(kernels: Kernels, linear: Float32Array, space: RgbSpace): Float32Array {
  return kernels.with((memory) => {
    const count = linear.length / 3;
    const planes = new Planes(memory, count);
    const out = memory.place(count * 4);
    planes.load(linear);
    memory.run.levels(
      planes.address,
      planes.stride,
      count,
      false,
      ...levelWeightsOf(space),
      LEVEL_FLOOR,
      out,
    );
    return memory.floats(out, count).slice();
  });
}
