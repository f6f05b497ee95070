import type { Plane } from '#image/raster.ts';
import type { Base } from '../local/base.ts';
import type { Kernels } from './kernels.ts';

/** `guide` of local/base.ts by the compiled kernels. */
export function guideByKernels(
  kernels: Kernels,
  input: Plane,
  level: Plane,
  radius: number,
  epsilon: number,
): Base {
  const { width, height } = level;
  const count = width * height;
  const r = Math.max(1, Math.round(radius));
  return kernels.with((memory) => {
    const { run } = memory;
    const plane = () => memory.place(count * 4);
    const [turned, means, sums] = [plane(), plane(), memory.place(Math.max(width, height) * 4)];
    const blur = (from: number, to = plane()) => {
      run.boxMeans(from, width, height, r, to, turned, means, sums);
      return to;
    };
    const product = (a: number, b: number, to = plane()) => {
      run.multiply(a, b, count, to);
      return to;
    };
    const own = memory.put(level.data);
    const ownMeans = blur(own);
    const squares = product(own, own);
    blur(squares, squares);
    const other = input === level ? own : memory.put(input.data);
    const otherMeans = other === own ? ownMeans : blur(other);
    const products = other === own ? squares : product(own, other);
    if (other !== own) blur(products, products);
    const [slopes, offsets] = [plane(), plane()];
    run.guideLines(ownMeans, otherMeans, squares, products, epsilon, count, slopes, offsets);
    const copy = (address: number): Plane => ({
      width,
      height,
      data: memory.floats(blur(address, address), count).slice(),
    });
    return { slope: copy(slopes), offset: copy(offsets) };
  });
}
