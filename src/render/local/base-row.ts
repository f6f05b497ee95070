import type { RenderSource } from '../renderer.ts';
import { analysisOf, type Base, planeStep } from './analysis.ts';
import { RowUpsampler } from './upsample.ts';

/** Values of a base along one row. */
export class BaseRow {
  private readonly base: Base;
  private readonly kept: Float32Array | undefined;
  private readonly values: Float32Array;
  private readonly slope: Float32Array;
  private readonly upsampler: RowUpsampler | undefined;
  private readonly width: number;

  constructor(base: Base, source: RenderSource) {
    const { width } = source.raster;
    this.base = base;
    this.width = width;
    this.kept = analysisOf(source).values(base);
    const own = this.kept ? 0 : width;
    this.values = new Float32Array(own);
    this.slope = new Float32Array(own);
    this.upsampler = this.kept
      ? undefined
      : new RowUpsampler(base.slope.width, width, planeStep(source.raster));
  }

  /** The array is used again, or is the kept one. */
  load(y: number, levels: Float32Array): Float32Array {
    const { base, kept, values, slope, upsampler, width } = this;
    if (kept) return kept.subarray(y * width, (y + 1) * width);
    upsampler?.row(base.slope.data, base.slope.height, y, slope);
    upsampler?.row(base.offset.data, base.offset.height, y, values);
    for (let x = 0; x < width; x++) values[x]! += slope[x]! * levels[x]!;
    return values;
  }
}
