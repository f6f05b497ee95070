import { boxBlur } from '#image/box-blur.ts';
import type { Steps } from '#image/steps.ts';
import { endsPiece } from './pieces.ts';
import { SelfGuided } from './self-guided.ts';

export interface LumaNoiseLook {
  /** px of the rendered picture. */
  readonly radius: number;
  /** 0…1. */
  readonly detail: number;
  /** 0…1. */
  readonly contrast: number;
}

/** Luma smoothed where it varies no more than noise would. */
export class LumaNoise {
  private readonly width: number;
  private readonly radius: number;
  private readonly contrast: number;
  private readonly guided: SelfGuided;

  constructor(look: LumaNoiseLook, width: number, rows: number) {
    this.radius = Math.round(look.radius);
    this.width = width;
    this.contrast = look.contrast;
    this.guided = new SelfGuided(width, rows, this.radius, epsilonOf(look));
  }

  /** Changes the luma plane. `amountOf(y)`: amounts of a row, −1…1. */
  *apply(luma: Float32Array, rows: number, amountOf: (y: number) => Float32Array): Steps<void> {
    const { width, radius, contrast, guided } = this;
    yield* guided.measure(luma, rows);
    const { slope, offset } = guided;
    // Contrast gives back a part of what was smoothed at the coarse end of the window.
    const plane = { width, height: rows, data: luma.subarray(0, width * rows) };
    const coarse = contrast > 0 ? boxBlur(plane, radius).data : undefined;
    for (let y = 0; y < rows; y++) {
      const amount = amountOf(y);
      guided.row(y);
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const value = luma[i]!;
        let kept = slope[x]! * value + offset[x]!;
        if (coarse) kept += contrast * 0.5 * (coarse[i]! - kept);
        luma[i] = value + (kept - value) * Math.min(1, Math.max(-1, amount[x]!));
      }
      if (endsPiece(y, width)) yield;
    }
  }
}

/** Variance of coded luma that counts as noise at full amount. */
export function epsilonOf({ detail }: LumaNoiseLook): number {
  return (0.05 * (1 - 0.7 * detail)) ** 2;
}

/** Rows that luminance noise reduction looks at, above and below. */
export function lumaNoiseHalo({ radius }: LumaNoiseLook): number {
  return 2 * Math.round(radius);
}
