import type { RenderSource } from '../renderer.ts';
import { analysisOf } from './analysis.ts';
import type { Base } from './base.ts';
import { planeStep } from './planes.ts';
import { RowUpsampler } from './upsample.ts';

/** Values of a base along one row. */
export class BaseRow {
  private readonly base: Base;
  private readonly kept: Float32Array | undefined;
  private readonly values: Float32Array;
  private readonly upsampler: RowUpsampler | undefined;
  private readonly width: number;
  private loaded = -1;

  constructor(base: Base, source: RenderSource) {
    const { width } = source.raster;
    this.base = base;
    this.width = width;
    this.kept = analysisOf(source).values(base);
    this.values = new Float32Array(this.kept ? 0 : width);
    this.upsampler = this.kept
      ? undefined
      : new RowUpsampler(base.slope.width, width, planeStep(source.raster));
  }

  /** The array is used again, or is the kept one. */
  load(y: number, levels: Float32Array): Float32Array {
    const { base, kept, values, upsampler, width } = this;
    if (kept) return kept.subarray(y * width, (y + 1) * width);
    if (y !== this.loaded)
      upsampler?.line(base.slope.data, base.offset.data, base.slope.height, y, levels, values);
    this.loaded = y;
    return values;
  }
}
