import type { Steps } from '#image/steps.ts';
import { RowUpsampler } from '../local/upsample.ts';
import { endsPiece } from './pieces.ts';
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

/** One colour difference: block means of it and of its square; then the filter's slope and offset. */
interface Planes {
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Of one row, before and after. */
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/** Colour differences averaged along their own edges, measured on blocks where the radius is a few pixels. */
export class ColorNoise {
  private readonly width: number;
  private readonly step: number;
  private readonly blocks: number;
  private readonly red: Planes;
  private readonly blue: Planes;
  private readonly guided: SelfGuided;
  private readonly upsampler: RowUpsampler;

  constructor(look: ColorNoiseLook, width: number, rows: number) {
    const { step, blockRadius } = blocksOf(look);
    const blockRows = Math.ceil(rows / step);
    this.width = width;
    this.step = step;
    this.blocks = Math.ceil(width / step);
    this.red = planesOf(this.blocks * blockRows, width);
    this.blue = planesOf(this.blocks * blockRows, width);
    this.guided = new SelfGuided(this.blocks, blockRows, blockRadius, epsilonOf(look));
    this.upsampler = new RowUpsampler(this.blocks, width, step);
  }

  /** Changes red, green and blue of `samples`; luma stays. `amountOf(y)`: amounts of a row, 1 = full. */
  *apply(
    samples: Float32Array,
    luma: Float32Array,
    rows: number,
    amountOf: (y: number) => Float32Array,
  ): Steps<void> {
    const { width, step, upsampler, red, blue } = this;
    const blockRows = Math.ceil(rows / step);
    for (const { first, second } of [red, blue]) {
      first.fill(0);
      second.fill(0);
    }
    for (let y = 0; y < rows; y++) {
      this.differences(samples, luma, y);
      const height = Math.min(step, rows - (y - (y % step)));
      this.addBlocks(red, y, height);
      this.addBlocks(blue, y, height);
      if (endsPiece(y, width)) yield;
    }
    yield* this.measure(red, blockRows);
    yield* this.measure(blue, blockRows);
    for (let y = 0; y < rows; y++) {
      this.differences(samples, luma, y);
      for (const { first, second, before, after } of [red, blue])
        upsampler.line(first, second, blockRows, y, before, after);
      changeRow(samples, y * width * 3, red, blue, amountOf(y));
      if (endsPiece(y, width)) yield;
    }
  }

  private differences(samples: Float32Array, luma: Float32Array, y: number): void {
    const { width } = this;
    const red = this.red.before;
    const blue = this.blue.before;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const own = luma[i]!;
      red[x] = samples[i * 3]! - own;
      blue[x] = samples[i * 3 + 2]! - own;
    }
  }

  /** Adds a row to the means of its blocks, which are `height` rows high. */
  private addBlocks({ first, second, before }: Planes, y: number, height: number): void {
    const { width, step, blocks } = this;
    let block = Math.floor(y / step) * blocks;
    for (let x = 0; x < width; block++) {
      const end = Math.min(width, x + step);
      const share = 1 / (height * (end - x));
      let sum = 0;
      let square = 0;
      for (; x < end; x++) {
        const value = before[x]!;
        sum += value;
        square += value * value;
      }
      first[block]! += sum * share;
      second[block]! += square * share;
    }
  }

  private *measure({ first, second }: Planes, blockRows: number): Steps<void> {
    const { guided, blocks } = this;
    yield* guided.measure(first, blockRows, second);
    for (let y = 0; y < blockRows; y++) {
      guided.row(y);
      first.set(guided.slope, y * blocks);
      second.set(guided.offset, y * blocks);
      if (endsPiece(y, blocks)) yield;
    }
  }
}

function planesOf(blocks: number, width: number): Planes {
  return {
    first: new Float32Array(blocks),
    second: new Float32Array(blocks),
    before: new Float32Array(width),
    after: new Float32Array(width),
  };
}

/** Rows that colour noise reduction looks at, above and below. */
export function colorNoiseHalo(look: ColorNoiseLook): number {
  const { step, blockRadius } = blocksOf(look);
  // The filter's two windows, a block to enlarge from, and the rest of the row's own block.
  return Math.round(look.radius) < 1 ? 0 : (2 * blockRadius + 2) * step - 1;
}

/** Largest edge of the blocks, px: strips begin at multiples of it, so that their blocks are the picture's. */
export const BLOCK = 4;

/** Detail keeps colour edges that luma does not show: the window's own spread decides. */
export function epsilonOf({ detail }: ColorNoiseLook): number {
  return 0.0004 + 0.004 * (1 - detail);
}

/** Edge of the blocks, and the filter's radius in blocks: a window as large as that of the radius in px. */
export function blocksOf(look: ColorNoiseLook): { step: number; blockRadius: number } {
  const radius = Math.round(look.radius);
  const step = radius >= 6 ? BLOCK : radius >= 3 ? 2 : 1;
  return { step, blockRadius: Math.max(1, Math.round(((2 * radius + 1) / step - 1) / 2)) };
}

function changeRow(
  samples: Float32Array,
  start: number,
  red: Planes,
  blue: Planes,
  amounts: Float32Array,
): void {
  const [redBefore, redAfter, blueBefore, blueAfter] = [red.before, red.after, blue.before, blue.after];
  for (let x = 0, p = start; x < amounts.length; x++, p += 3) {
    const amount = Math.min(amounts[x]!, 1);
    const redChange = (redAfter[x]! - redBefore[x]!) * amount;
    const blueChange = (blueAfter[x]! - blueBefore[x]!) * amount;
    samples[p]! += redChange;
    // Green takes the rest, so that luma stays.
    samples[p + 1]! -= redChange * (RED / GREEN) + blueChange * (BLUE / GREEN);
    samples[p + 2]! += blueChange;
  }
}
