import type { Region } from '#image/observation.ts';
import type { LabImage } from '#image/raster.ts';
import type { Sight } from './sight.ts';
import { type Distance, deltasTo, distanceOf } from './target.ts';

/** CIEDE2000 between the rendering and the wanted picture on a small preview, where both show the same. */
export interface Residual {
  /** With the settings of `base`. */
  readonly before: Distance;
  /** With the settings found. */
  readonly after: Distance;
  readonly regions: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

/** @param regions parts to report on, of which something is comparable */
export function residualOf(
  { target, width, height }: Sight,
  [from, to]: readonly [LabImage, LabImage],
  regions: readonly Region[],
): Residual {
  const [first, last] = [deltasTo(target, from), deltasTo(target, to)];
  const none: Distance = { mean: 0, p95: 0 };
  return {
    before: distanceOf(first, target) ?? none,
    after: distanceOf(last, target) ?? none,
    regions: regions.flatMap(({ name, mask }) => {
      const inRegion = (at: number) => {
        const pixel = target.pixels[at]!;
        const x = Math.floor((((pixel % width) + 0.5) / width) * mask.width);
        const y = Math.floor(((Math.floor(pixel / width) + 0.5) / height) * mask.height);
        return target.trust[at]! > 0.5 && mask.data[y * mask.width + x]! > 0.5;
      };
      const [was, is] = [distanceOf(first, target, inRegion), distanceOf(last, target, inRegion)];
      return was === null || is === null ? [] : [{ name, before: was.mean, after: is.mean }];
    }),
  };
}
