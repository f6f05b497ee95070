import { analysisOf } from '../local/analysis.ts';
import type { Base } from '../local/base.ts';
import type { LocalGains } from '../local/local-pass.ts';
import { GAIN_FIRST, GAIN_PER_STOP } from '../local/local-tone.ts';
import { measureStep } from '../local/measurement.ts';
import { rowsAround, spreadOf } from '../local/upsample.ts';
import type { RenderSource } from '../renderer.ts';
import type { KernelMemory } from './kernels.ts';

interface BaseAt {
  readonly base: Base;
  /** Address of its values along the rows. */
  readonly values: number;
  /** Its values at every pixel, where they are kept; planes of slope and offset otherwise. */
  readonly kept: Float32Array | undefined;
  readonly slope: number;
  readonly offset: number;
}

/** Levels and bases of rows, and the gains that follow from them. */
export class LocalRows {
  /** Address of the rows' levels, which the owner writes. */
  readonly levels: number;
  private readonly memory: KernelMemory;
  private readonly source: RenderSource;
  private readonly gains: LocalGains;
  private readonly bases: readonly BaseAt[];
  private readonly toneTable: number;
  private readonly toneSteps: number;
  private readonly starts: number = 0;
  private readonly shares: number = 0;
  private readonly blends: readonly [number, number] = [0, 0];

  /**
   * @param rows that are looked at at a time
   * @throws RangeError when there is no memory left
   */
  constructor(memory: KernelMemory, source: RenderSource, gains: LocalGains, rows: number) {
    const { raster, window } = source;
    const { width } = raster;
    this.memory = memory;
    this.source = source;
    this.gains = gains;
    this.levels = memory.place(width * rows * 4);
    const { tone, clarity, texture, haze } = gains;
    this.toneTable = tone ? memory.put(tone.gains) : 0;
    this.toneSteps = tone ? tone.gains.length - 2 : 0;
    const analysis = analysisOf(source);
    this.bases = [tone?.base, clarity?.base, texture?.base, haze?.veil].flatMap((base): BaseAt[] => {
      if (!base) return [];
      const kept = analysis.values(base);
      const values = memory.place(width * rows * 4);
      if (kept) return [{ base, kept, values, slope: 0, offset: 0 }];
      return [
        { base, kept, values, slope: memory.put(base.slope.data), offset: memory.put(base.offset.data) },
      ];
    });
    const enlarged = this.bases.find(({ kept }) => !kept);
    if (enlarged) {
      const planeWidth = enlarged.base.slope.width;
      const spread = spreadOf(planeWidth, width, measureStep({ width, height: window.height }));
      this.starts = memory.put(spread.starts);
      this.shares = memory.put(spread.shares);
      this.blends = [memory.place((planeWidth + 1) * 4), memory.place((planeWidth + 1) * 4)];
    }
  }

  /** Loads the bases of rows whose levels are written. */
  look(top: number, rows: number): void {
    for (const base of this.bases) this.loadBase(base, top, rows);
  }

  /** Address of the values of a base. */
  valuesOf(base: Base | undefined): number {
    return base ? this.bases.find((one) => one.base === base)!.values : 0;
  }

  /** Roots of the gains of `count` pixels: of Highlights and Shadows, of Clarity and Texture, or of both. */
  gainRoots(count: number, out: number, { tone: toned = true, presence = true } = {}): void {
    const tone = toned ? this.gains.tone : undefined;
    const clarity = presence ? this.gains.clarity : undefined;
    const texture = presence ? this.gains.texture : undefined;
    this.memory.run.gainRoots(
      this.levels,
      this.valuesOf(tone?.base),
      this.toneTable,
      this.toneSteps,
      GAIN_FIRST,
      GAIN_PER_STOP,
      this.valuesOf(clarity?.base),
      clarity?.strength ?? 0,
      this.valuesOf(texture?.base),
      texture?.strength ?? 0,
      count,
      out,
    );
  }

  private loadBase({ base, kept, values, slope, offset }: BaseAt, top: number, rows: number): void {
    const { memory, source, starts, shares, blends, levels } = this;
    const { raster, window } = source;
    const { width } = raster;
    if (kept) {
      const start = (top - window.top) * width;
      memory.floats(values, rows * width).set(kept.subarray(start, start + rows * width));
      return;
    }
    const { width: planeWidth, height: planeHeight } = base.slope;
    const step = measureStep({ width, height: window.height });
    const { run } = memory;
    const planeRow = planeWidth * 4;
    // Whole vectors run over a row's end: the next row is written later.
    for (let y = 0; y < rows; y++) {
      const { upper, lower, share } = rowsAround(top + y, step, planeHeight);
      const at = y * width * 4;
      run.blendRows(slope + upper * planeRow, slope + lower * planeRow, planeWidth, share, blends[0]);
      run.blendRows(offset + upper * planeRow, offset + lower * planeRow, planeWidth, share, blends[1]);
      run.lineRow(blends[0], blends[1], starts, shares, planeWidth, levels + at, values + at);
    }
  }
}
