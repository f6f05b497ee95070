import { RowUpsampler } from '../local/upsample.ts';
import { SelfGuided } from './self-guided.ts';

export interface ColorNoiseLook {
  /** px of the rendered picture. */
  readonly radius: number;
  /** 0…1. */
  readonly detail: number;
}

/** Weights of luma on coded channels. */
const RED = 0.25;
const GREEN = 0.65;
const BLUE = 0.1;

/** Colour differences averaged along their own edges, measured on blocks where the radius is a few pixels. */
export class ColorNoise {
  /** Edge of the blocks, px. */
  readonly step: number;
  /** Rows above and below that the result depends on. */
  readonly halo: number;
  private readonly width: number;
  private readonly blocks: number;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly guided: SelfGuided;
  private readonly upsampler: RowUpsampler;
  private readonly slopeRow: Float32Array;
  private readonly offsetRow: Float32Array;

  constructor(look: ColorNoiseLook, width: number, rows: number) {
    const radius = Math.round(look.radius);
    const step = stepOf(radius);
    const blockRadius = Math.max(1, Math.round(((2 * radius + 1) / step - 1) / 2));
    // Detail keeps colour edges that luma does not show: the window's own spread decides.
    const epsilon = 0.0004 + 0.004 * (1 - look.detail);
    this.step = step;
    this.halo = colorNoiseHalo(look);
    this.width = width;
    this.blocks = Math.ceil(width / step);
    const blockRows = Math.ceil(rows / step);
    this.means = new Float32Array(this.blocks * blockRows);
    this.squares = new Float32Array(this.blocks * blockRows);
    this.guided = new SelfGuided(this.blocks, blockRows, blockRadius, epsilon);
    this.upsampler = new RowUpsampler(this.blocks, width, step);
    this.slopeRow = new Float32Array(width);
    this.offsetRow = new Float32Array(width);
  }

  /** Changes red, green and blue of `samples`; luma stays. `amountOf(y)`: amounts of a row, 1 = full. */
  apply(
    samples: Float32Array,
    luma: Float32Array,
    rows: number,
    amountOf: (y: number) => Float32Array,
  ): void {
    const { width, step, guided, upsampler, slopeRow, offsetRow } = this;
    const blockRows = Math.ceil(rows / step);
    for (const channel of [0, 2]) {
      this.reduce(samples, luma, rows, channel);
      guided.measure(this.means, this.squares, blockRows);
      // Green takes the rest, so that luma stays.
      const share = (channel === 0 ? RED : BLUE) / GREEN;
      for (let y = 0; y < rows; y++) {
        upsampler.row(guided.slope, blockRows, y, slopeRow);
        upsampler.row(guided.offset, blockRows, y, offsetRow);
        changeRow(samples, luma, y * width, width, channel, share, slopeRow, offsetRow, amountOf(y));
      }
    }
  }

  /** Block means of the colour difference and of its square. */
  private reduce(samples: Float32Array, luma: Float32Array, rows: number, channel: number): void {
    const { width, step, blocks, means, squares } = this;
    const blockRows = Math.ceil(rows / step);
    means.fill(0, 0, blocks * blockRows);
    squares.fill(0, 0, blocks * blockRows);
    for (let y = 0; y < rows; y++) {
      const out = Math.floor(y / step) * blocks;
      const height = Math.min(step, rows - (y - (y % step)));
      for (let block = 0, x = 0; block < blocks; block++) {
        const end = Math.min(width, x + step);
        const share = 1 / (height * (end - x));
        let sum = 0;
        let square = 0;
        for (; x < end; x++) {
          const i = y * width + x;
          const difference = samples[i * 3 + channel]! - luma[i]!;
          sum += difference;
          square += difference * difference;
        }
        means[out + block]! += sum * share;
        squares[out + block]! += square * share;
      }
    }
  }
}

/** Rows that colour noise reduction looks at, above and below. */
export function colorNoiseHalo({ radius }: ColorNoiseLook): number {
  const whole = Math.round(radius);
  return whole < 1 ? 0 : 2 * whole + 4 * stepOf(whole);
}

function stepOf(radius: number): number {
  return radius >= 4 ? 2 : 1;
}

function changeRow(
  samples: Float32Array,
  luma: Float32Array,
  start: number,
  width: number,
  channel: number,
  share: number,
  slope: Float32Array,
  offset: Float32Array,
  amount: Float32Array,
): void {
  for (let x = 0, p = start * 3; x < width; x++, p += 3) {
    const difference = samples[p + channel]! - luma[start + x]!;
    const change = (slope[x]! * difference + offset[x]! - difference) * Math.min(1, amount[x]!);
    samples[p + channel]! += change;
    samples[p + 1]! -= change * share;
  }
}
