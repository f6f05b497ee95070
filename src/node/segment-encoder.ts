import { samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { RowRange, Strip } from '#render/renderer.ts';
import { type FormatPlan, type SegmentFormat, segmentFormat } from './segment-format.ts';

export interface SegmentPlan extends FormatPlan {
  /** Rows of the part; it begins at a multiple of `segmentRows`. */
  readonly range: RowRange;
  readonly depth: 8 | 16;
  readonly alphaOf?: (range: RowRange) => Uint8Array | Uint16Array;
}

/**
 * Encodes a part of a picture segment by segment as strips come in, while the next are rendered: only two segments'
 * samples are held. The part that has the top row also delivers what the file begins with.
 */
export class SegmentEncoder {
  private readonly plan: SegmentPlan;
  private readonly format: SegmentFormat;
  private top: number;
  private filled = 0;
  private samples: Raster['data'];
  private spare: Raster['data'];
  private encoding: Promise<void> = Promise.resolve();

  /** @throws RetouchError `too-large` when the format cannot hold the size */
  constructor(plan: SegmentPlan) {
    this.plan = plan;
    this.format = segmentFormat(plan);
    const { segmentRows, range, depth, picture } = plan;
    this.top = range.top;
    const rows = Math.min(segmentRows, range.rows);
    const length = rows * picture.width * 3;
    this.samples = samplesOf(depth, length);
    this.spare = samplesOf(depth, range.rows > rows ? length : 0);
  }

  /** Takes the next rows of the part. */
  async write({ data, rows }: Strip): Promise<void> {
    const { picture, segmentRows, range } = this.plan;
    const line = picture.width * 3;
    for (let row = 0; row < rows; ) {
      const wanted = Math.min(segmentRows, range.top + range.rows - this.top);
      const count = Math.min(rows - row, wanted - this.filled);
      this.samples.set(data.subarray(row * line, (row + count) * line), this.filled * line);
      row += count;
      this.filled += count;
      if (this.filled === wanted) await this.startEncoding();
    }
  }

  async finish(): Promise<void> {
    await this.encoding;
    await this.format.finish();
  }

  private async startEncoding(): Promise<void> {
    const { picture, alphaOf } = this.plan;
    const { top, filled: rows, samples } = this;
    await this.encoding;
    const data = samples.subarray(0, rows * picture.width * 3);
    const alpha = alphaOf?.({ top, rows });
    const segment = { ...picture, height: rows, data, ...(alpha === undefined ? {} : { alpha }) };
    this.encoding = this.format.add(segment, top);
    // It is awaited before the next one; a failure before that must not end the process.
    this.encoding.catch(() => {});
    this.top += rows;
    this.filled = 0;
    this.samples = this.spare;
    this.spare = samples;
  }
}
