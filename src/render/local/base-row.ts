import type { RenderSource } from '../renderer.ts';
import { analysisOf } from './analysis.ts';
import type { Base } from './base.ts';
import { measureStep } from './measurement.ts';
import { RowUpsampler } from './upsample.ts';

/** Values of a base along one row. */
export class BaseRow {
  private readonly base: Base;
  private readonly kept: Float32Array | undefined;
  private readonly values: Float32Array;
  private readonly upsampler: RowUpsampler | undefined;
  private readonly width: number;
  /** First row that is kept. */
  private readonly top: number;
  private loaded = -1;

  constructor(base: Base, source: RenderSource) {
    const { width } = source.raster;
    const { top, height } = source.window;
    this.top = top;
    this.base = base;
    this.width = width;
    this.kept = analysisOf(source).values(base);
    this.values = new Float32Array(this.kept ? 0 : width);
    this.upsampler = this.kept
      ? undefined
      : new RowUpsampler(base.slope.width, width, measureStep({ width, height }));
  }

  /** The array is used again, or is the kept one. */
  load(y: number, levels: Float32Array): Float32Array {
    const { base, kept, values, upsampler, width, top } = this;
    if (kept) return kept.subarray((y - top) * width, (y - top + 1) * width);
    if (y !== this.loaded)
      upsampler?.line(base.slope.data, base.offset.data, base.slope.height, y, levels, values);
    this.loaded = y;
    return values;
  }
}
