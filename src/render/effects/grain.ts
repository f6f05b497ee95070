import { lumaOf } from '../detail/detail.ts';

export interface GrainLook {
  /** Grain diameter in px of the rendered picture. */
  readonly size: number;
  /** 0 even … 1 clumpy. */
  readonly roughness: number;
}

/** Largest change of coded luma at amount 1 in the midtones. */
const STRENGTH = 0.13 * 0.6;

/** Size in px of the full picture that GrainSize 0…100 stands for. */
export function grainSize(slider: number): number {
  return 0.8 + (slider / 100) * 3.2;
}

/**
 * Film grain on coded luma: strongest in the midtones, none at black and white. Grains smaller than a pixel of the
 * rendered picture average out.
 */
export class Grain {
  private readonly fine: NoiseRow;
  private readonly clumps: NoiseRow;
  private readonly fineShare: number;
  private readonly clumpShare: number;

  constructor(look: GrainLook, width: number) {
    const { fine, clumps } = layersOf(look);
    this.fine = new NoiseRow(width, fine.size, fine.seed);
    this.clumps = new NoiseRow(width, clumps.size, clumps.seed);
    this.fineShare = fine.share;
    this.clumpShare = clumps.share;
  }

  /**
   * Adds grain to a row of coded samples.
   *
   * @param amounts per pixel, 1 = slider at 100; what is below zero counts as zero
   */
  apply(samples: Float32Array, start: number, y: number, amounts: Float32Array): void {
    const { fineShare, clumpShare } = this;
    const fine = this.fine.at(y);
    const clumps = this.clumps.at(y);
    for (let x = 0, p = start; x < amounts.length; x++, p += 3) {
      const luma = lumaOf(samples, p);
      const amount = amounts[x]!;
      if (!(amount > 0 && luma > 0 && luma < 1)) continue;
      const grain = fine[x]! * fineShare + clumps[x]! * clumpShare;
      const change = grain * amount * Math.sqrt(4 * luma * (1 - luma));
      samples[p]! += change;
      samples[p + 1]! += change;
      samples[p + 2]! += change;
    }
  }
}

/** One layer of noise. */
export interface NoiseLayer {
  /** Edge of a lattice cell, px. */
  readonly size: number;
  readonly seed: number;
  /** Change of coded luma that noise of 1 makes in the midtones at amount 1. */
  readonly share: number;
}

export function layersOf({ size, roughness }: GrainLook): {
  readonly fine: NoiseLayer;
  readonly clumps: NoiseLayer;
} {
  const whole = Math.max(size, 1);
  const strength = STRENGTH * Math.min(1, size);
  return {
    fine: { size: whole, seed: 1, share: strength * (whole <= 1 ? 1 : 1.4) * (1 - 0.35 * roughness) },
    clumps: { size: whole * 2, seed: 2, share: strength * 1.2 * 0.5 * roughness },
  };
}

/** Noise −1…1 of a lattice cell: always the same for the same cell, whatever the strip or the machine. */
function cell(x: number, y: number, seed: number): number {
  let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 16), 2246822519);
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1;
}

/** Rows of smooth value noise over a lattice; with cells of one pixel, the cells themselves. */
class NoiseRow {
  private readonly size: number;
  private readonly seed: number;
  /** Cell left of each pixel, and the eased way to the next. */
  private readonly left: Int32Array;
  private readonly shares: Float32Array;
  private upper: Float32Array;
  private lower: Float32Array;
  private lattice = Number.NaN;
  private readonly blend: Float32Array;
  private readonly out: Float32Array;

  constructor(width: number, size: number, seed: number) {
    this.size = size;
    this.seed = seed;
    this.left = new Int32Array(width);
    this.shares = new Float32Array(width);
    for (let x = 0; x < width; x++) {
      this.left[x] = Math.floor(x / size);
      this.shares[x] = ease(x / size - this.left[x]!);
    }
    const cells = Math.floor(width / size) + 2;
    this.upper = new Float32Array(cells);
    this.lower = new Float32Array(cells);
    this.blend = new Float32Array(cells);
    this.out = new Float32Array(width);
  }

  /** The array is used again. */
  at(y: number): Float32Array {
    const { size, left, shares, blend, out } = this;
    const j = Math.floor(y / size);
    this.load(j);
    const { upper, lower } = this;
    const share = ease(y / size - j);
    for (let i = 0; i < blend.length; i++) blend[i] = upper[i]! + (lower[i]! - upper[i]!) * share;
    for (let x = 0; x < out.length; x++) {
      const i = left[x]!;
      const a = blend[i]!;
      out[x] = a + (blend[i + 1]! - a) * shares[x]!;
    }
    return out;
  }

  /** Rows `j` and `j + 1` of the lattice. */
  private load(j: number): void {
    if (j === this.lattice) return;
    if (j === this.lattice + 1) [this.upper, this.lower] = [this.lower, this.upper];
    else this.fill(this.upper, j);
    this.fill(this.lower, j + 1);
    this.lattice = j;
  }

  private fill(row: Float32Array, j: number): void {
    for (let i = 0; i < row.length; i++) row[i] = cell(i, j, this.seed);
  }
}

/** Smooth way from a cell to the next, 0…1. */
export function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
