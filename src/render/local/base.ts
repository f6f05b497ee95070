import type { Plane } from '#image/raster.ts';

/** Edge-aware base as a line over the pixel's own level: base = slope · level + offset (guided filter, He et al. 2010). */
export interface Base {
  readonly slope: Plane;
  readonly offset: Plane;
}
