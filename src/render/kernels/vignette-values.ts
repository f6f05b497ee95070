import type { Vignette } from '../effects/vignette.ts';
import { strengthAt, untouched } from '../effects/vignette-shape.ts';
import type { KernelMemory } from './kernels.ts';
import { pairs } from './pairs.ts';

/** Steps from no vignette to the full one. */
const FALL_STEPS = 1024;
/** As the kernel has it. */
const CORNER_STEPS = 1024;

/** Pixels `from … from + count − 1` of a row. */
export interface Span {
  readonly from: number;
  readonly count: number;
}

/** What a vignette does to the pixels of rows: roots of gains, or shares of the way to white. */
export class VignetteValues {
  private readonly memory: KernelMemory;
  private readonly vignette: Vignette;
  private readonly width: number;
  private readonly height: number;
  private readonly fall: number;
  private readonly corners: number;
  /** Distances from the middle column, in half axes. */
  private readonly across: number;

  /**
   * @param height of the whole picture
   * @throws RangeError when there is no memory left
   */
  constructor(memory: KernelMemory, vignette: Vignette, width: number, height: number) {
    const { shape, effect } = vignette;
    const { start, end, power, rx } = shape;
    this.memory = memory;
    this.vignette = vignette;
    this.width = width;
    this.height = height;
    this.fall = memory.put(
      pairs(FALL_STEPS, (t) => {
        const value = effect.at(strengthAt(shape, start + t * (end - start)));
        return effect.kind === 'gain' ? Math.sqrt(value) : value;
      }),
    );
    const corner = 2 ** (1 / power);
    this.corners =
      power === 2 ? 0 : memory.put(pairs(CORNER_STEPS, (q) => (1 + q ** power) ** (1 / power) / corner));
    this.across = memory.put(
      Float32Array.from({ length: width }, (_, x) => Math.abs(x + 0.5 - width / 2) / rx),
    );
  }

  /** Values of row `y` of the picture, to the address of the row's first one. */
  row(y: number, out: number, { from, count }: Span = { from: 0, count: this.width }): void {
    const { memory, vignette, fall, corners, across } = this;
    const { start, end } = vignette.shape;
    const perDistance = FALL_STEPS / (end - start);
    const [at, target] = [across + from * 4, out + from * 4];
    memory.run.vignetteRow(at, this.down(y), corners, fall, start, perDistance, FALL_STEPS, count, target);
  }

  /** Where row `y` has something of the vignette, in whole vectors; all of the row where it is not worth dividing. */
  spans(y: number): readonly Span[] {
    const { width, vignette } = this;
    const { shape } = vignette;
    const free = untouched(shape, this.down(y)) * shape.rx;
    const left = Math.max(0, Math.ceil((width / 2 - free) / 4) * 4);
    const right = Math.floor((width / 2 + free) / 4) * 4;
    if (right <= left) return [{ from: 0, count: width }];
    const sides = [
      { from: 0, count: left },
      { from: right, count: width - right },
    ];
    return sides.filter(({ count }) => count > 0);
  }

  /** Distance of row `y` from the middle, in half axes. */
  private down(y: number): number {
    return Math.abs(y + 0.5 - this.height / 2) / this.vignette.shape.ry;
  }
}
