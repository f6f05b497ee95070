import type { Steps } from '#image/steps.ts';
import { ColorNoise, type ColorNoiseLook, colorNoiseHalo } from './color-noise.ts';
import { LumaNoise, type LumaNoiseLook, lumaNoiseHalo } from './luma-noise.ts';
import { endsPiece } from './pieces.ts';
import { Sharpen, type SharpenLook, sharpenHalo } from './sharpen.ts';

/** What the Detail panel does; radii in px of the rendered picture. Absent parts are not asked for. */
export interface DetailLook {
  readonly color: ColorNoiseLook | undefined;
  readonly luminance: LumaNoiseLook | undefined;
  readonly sharpen: SharpenLook | undefined;
}

/** Amounts of row `y` of a strip, so that a mask may vary them; 1 = slider at 100. The array is used again. */
export type AmountsOf = (kind: keyof DetailLook, y: number) => Float32Array;

/** Rows beyond a strip that its result depends on. */
export function haloOf({ color, luminance, sharpen }: DetailLook): number {
  return (
    (color ? colorNoiseHalo(color) : 0) +
    (luminance ? lumaNoiseHalo(luminance) : 0) +
    (sharpen ? sharpenHalo(sharpen) : 0)
  );
}

/**
 * Colour noise, luminance noise, sharpening, in that order, on strips of coded samples (interleaved, in place). Luma is
 * a plain weighted sum of coded channels; only it is smoothed or sharpened, so that colour edges do not fringe. Working
 * memory is allocated once, for strips of up to `rows` rows.
 */
export class Detail {
  private readonly width: number;
  private readonly luma: Float32Array;
  private readonly color: ColorNoise | undefined;
  private readonly luminance: LumaNoise | undefined;
  private readonly sharpen: Sharpen | undefined;

  constructor(look: DetailLook, width: number, rows: number) {
    this.width = width;
    this.luma = new Float32Array(width * rows);
    this.color =
      look.color && Math.round(look.color.radius) >= 1 ? new ColorNoise(look.color, width, rows) : undefined;
    this.luminance =
      look.luminance && Math.round(look.luminance.radius) >= 1
        ? new LumaNoise(look.luminance, width, rows)
        : undefined;
    this.sharpen = look.sharpen && new Sharpen(look.sharpen, width);
  }

  /** @param finish called for each row when it is done, while it is in the processor's cache */
  *apply(
    samples: Float32Array,
    rows: number,
    amountsOf: AmountsOf,
    finish: (y: number) => void,
  ): Steps<void> {
    const { luma, color, luminance, sharpen, width } = this;
    setLumas(samples, luma, width * rows);
    yield;
    if (color) yield* color.apply(samples, luma, rows, (y) => amountsOf('color', y));
    if (luminance) yield* luminance.apply(luma, rows, (y) => amountsOf('luminance', y));
    for (let y = 0; y < rows; y++) {
      if (sharpen) setLuma(samples, y * width * 3, sharpen.row(luma, y, rows, amountsOf('sharpen', y)));
      else if (luminance) setLuma(samples, y * width * 3, luma.subarray(y * width, (y + 1) * width));
      finish(y);
      if (endsPiece(y, width)) yield;
    }
  }
}

function setLumas(samples: Float32Array, luma: Float32Array, count: number): void {
  for (let i = 0, p = 0; i < count; i++, p += 3) luma[i] = lumaOf(samples, p);
}

/** Changes all channels of a row by the same, so that its luma is the given one. */
function setLuma(samples: Float32Array, start: number, luma: Float32Array): void {
  for (let x = 0, p = start; x < luma.length; x++, p += 3) {
    const change = luma[x]! - lumaOf(samples, p);
    samples[p]! += change;
    samples[p + 1]! += change;
    samples[p + 2]! += change;
  }
}

export function lumaOf(samples: Float32Array, p: number): number {
  return 0.25 * samples[p]! + 0.65 * samples[p + 1]! + 0.1 * samples[p + 2]!;
}
