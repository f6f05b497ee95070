import type { DetailLook } from '../detail/detail.ts';
import { MIN_RADIUS } from '../detail/sharpen.ts';
import type { GrainLook } from '../effects/grain.ts';
import type { AmountRows } from './amount-rows.ts';
import { ColorNoiseRows } from './color-noise-rows.ts';
import { GrainRows } from './grain-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { LumaNoiseRows } from './luma-noise-rows.ts';
import { type RowAt, strideOf } from './row-filter.ts';
import { SharpenRows } from './sharpen-rows.ts';

/** Amounts of each part, by the picture's rows. */
export type DetailAmounts = Readonly<Record<keyof DetailLook | 'grain', AmountRows>>;

/** Rows of a strip: of the picture from `top` on. `from … to − 1` are wanted, the others lie around them. */
export interface DetailStrip {
  readonly top: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

/** `Detail` and `Grain` (detail/detail.ts, effects/grain.ts) by the kernels, on samples that lie in their memory. */
export class DetailRows {
  private readonly memory: KernelMemory;
  private readonly width: number;
  private readonly amounts: DetailAmounts;
  private readonly lumaAt: RowAt;
  private readonly changes: number;
  /** A row of zeros. */
  private readonly none: number;
  private readonly color: ColorNoiseRows | undefined;
  private readonly luminance: LumaNoiseRows | undefined;
  private readonly sharpen: SharpenRows | undefined;
  private readonly grain: GrainRows | undefined;
  /** Rows beyond those wanted whose luma sharpening looks at. */
  private readonly reach: number;

  /** @throws RangeError when there is no memory left */
  constructor(
    memory: KernelMemory,
    { color, luminance, sharpen }: DetailLook,
    grain: GrainLook | undefined,
    amounts: DetailAmounts,
    size: { readonly width: number; readonly rows: number; readonly reach: number },
  ) {
    const { width, rows } = size;
    this.memory = memory;
    this.width = width;
    this.amounts = amounts;
    this.reach = size.reach;
    if (color && Math.round(color.radius) >= 1) this.color = new ColorNoiseRows(memory, color, width, rows);
    if (luminance && Math.round(luminance.radius) >= 1)
      this.luminance = new LumaNoiseRows(memory, luminance, width, rows);
    if (sharpen && sharpen.radius >= MIN_RADIUS) this.sharpen = new SharpenRows(memory, sharpen, width);
    this.grain = grain && new GrainRows(memory, grain, width);
    const spatial = this.color || this.luminance || this.sharpen;
    const stride = strideOf(width);
    const luma = memory.place(spatial ? rows * stride : 0);
    this.lumaAt = (y) => luma + y * stride;
    this.changes = memory.place(stride);
    this.none = memory.place(stride);
    memory.bytes(this.none, stride).fill(0);
  }

  /** @param samples address of the strip's interleaved samples, which are changed in place */
  apply(samples: number, strip: DetailStrip): void {
    const { memory, width, lumaAt, color, luminance, sharpen, grain, reach, amounts } = this;
    const { top, rows, from, to } = strip;
    const rowAt = (y: number) => samples + y * width * 12;
    if (color) color.measure(samples, rows, lumaAt);
    else if (luminance || sharpen)
      for (let y = 0; y < rows; y++) memory.run.lumaRow(rowAt(y), width, lumaAt(y));
    // Before luma is smoothed: colour differences are those to the luma that they were measured with.
    if (color)
      for (let y = from; y < to; y++) color.apply(rowAt(y), lumaAt(y), y, rows, amounts.color.at(top + y));
    luminance?.clear();
    sharpen?.clear();
    if (luminance)
      for (let y = Math.max(0, from - reach); y < Math.min(rows, to + reach); y++)
        luminance.apply(lumaAt, y, rows, amounts.luminance.at(top + y));
    for (let y = from; y < to; y++) {
      this.setLuma(rowAt(y), y, strip);
      grain?.apply(rowAt(y), top + y, amounts.grain.at(top + y));
    }
  }

  /** Gives row `y` the luma that it has by now, sharpened. */
  private setLuma(samples: number, y: number, { top, rows }: DetailStrip): void {
    const { memory, width, lumaAt, luminance, sharpen, changes, none } = this;
    const { run } = memory;
    const smoothed = luminance?.changed(y) ?? false;
    const row = sharpen && this.amounts.sharpen.at(top + y);
    if (!row || row.from >= row.to) {
      if (smoothed) run.setLuma(samples, lumaAt(y), none, width);
      return;
    }
    const { from, to } = row;
    if (smoothed && to - from < width) memory.floats(changes, width).fill(0);
    sharpen.changes(lumaAt, y, rows, row, changes);
    const at = smoothed ? 0 : from;
    run.setLuma(samples + at * 12, lumaAt(y) + at * 4, changes + at * 4, smoothed ? width : to - from);
  }
}
