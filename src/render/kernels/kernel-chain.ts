import type { PixelKernel } from '../operator.ts';
import { bounds } from '../saturate.ts';
import type { Step } from '../step.ts';
import { decode, encode } from '../transfer.ts';
import { type KernelMemory, SLACK } from './kernels.ts';

/** Pixels that are developed at a time: their planes (48 KB) stay in the processor's cache. */
const PIXELS = 4096;
const STRIDE = PIXELS * 4 + SLACK;

/** Curves that keep the sign: pieces to 1, and what they cover. */
const PER_UNIT = 4096;
const COVERED = 3;

type Run = (count: number) => void;

/** The steps of a chain by the compiled kernels, on planes of linear working samples. */
export class KernelChain {
  /** Addresses of the planes: three, `stride` bytes apart, for up to `pixels` pixels. */
  readonly planes: number;
  readonly stride = STRIDE;
  readonly pixels = PIXELS;
  private readonly memory: KernelMemory;
  private readonly samples: number;
  private readonly runs: readonly Run[];
  private readonly bounds: number;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, steps: readonly Step[]) {
    this.memory = memory;
    this.planes = memory.place(STRIDE * 3);
    this.samples = memory.place(PIXELS * 12);
    this.bounds = memory.put(bounds);
    this.runs = steps.map((step) => this.prepare(step));
  }

  /** Develops `count` pixels of the planes. */
  run(count: number): void {
    for (const run of this.runs) run(count);
  }

  /** Develops interleaved samples in place. */
  apply(samples: Float32Array, count: number): void {
    for (let start = 0; start < count; start += PIXELS) {
      const part = Math.min(PIXELS, count - start);
      const numbers = samples.subarray(start * 3, (start + part) * 3);
      this.exchange(numbers, part, () => this.run(part));
    }
  }

  /** Work on planes for interleaved numbers. */
  private exchange(numbers: Float32Array, count: number, work: () => void): void {
    const { memory, planes, samples } = this;
    memory.floats(samples, count * 3).set(numbers);
    memory.run.split(samples, count, planes, STRIDE);
    work();
    memory.run.interleave(planes, STRIDE, count, samples);
    numbers.set(memory.floats(samples, count * 3));
  }

  private prepare(step: Step): Run {
    const { memory, planes } = this;
    const { run } = memory;
    switch (step.kind) {
      case 'encode':
        return this.odd(encodeCurve, true);
      case 'decode':
        return this.odd(decodeCurve, false);
      case 'matrix': {
        const m = memory.put(Float32Array.from(step.matrix));
        return (count) => run.matrix(planes, STRIDE, count, m);
      }
      case 'tone':
      case 'tone-root': {
        const curve = memory.put(step.curve);
        const steps = step.curve.length - 1;
        return (count) => run.toneByExtremes(planes, STRIDE, count, curve, steps, step.kind === 'tone-root');
      }
      case 'channels': {
        const curves = step.curves.map((curve) => memory.put(curve));
        return (count) => {
          step.curves.forEach(({ length }, channel) => {
            run.toneOfPlane(planes + channel * STRIDE, count, curves[channel]!, length - 1);
          });
        };
      }
      case 'gain': {
        const curve = memory.put(step.curve);
        const steps = step.curve.length - 1;
        const [red, green, blue] = step.over === 'largest' ? [0, 0, 0] : step.over;
        return (count) => run.gainByLevel(planes, STRIDE, count, curve, steps, red, green, blue);
      }
      case 'pixel':
        return step.kernel ? this.preparePixel(step.kernel()) : this.plain(step.apply);
    }
  }

  private preparePixel(kernel: PixelKernel): Run {
    const { memory, planes, bounds } = this;
    const { run } = memory;
    switch (kernel.kind) {
      case 'mixer': {
        const [shifts, chromas, levels] = [kernel.shifts, kernel.chromas, kernel.levels].map((table) =>
          memory.put(table),
        ) as [number, number, number];
        return (count) => run.mixer(planes, STRIDE, count, shifts, chromas, levels, bounds);
      }
      case 'vibrance-up': {
        const amounts = memory.put(kernel.amounts);
        return (count) => run.vibranceUp(planes, STRIDE, count, amounts, bounds);
      }
      case 'vibrance-down': {
        const chromas = memory.put(kernel.chromas);
        const values = memory.put(kernel.values);
        const steps = kernel.chromas.length - 1;
        return (count) => run.vibranceDown(planes, STRIDE, count, chromas, values, steps);
      }
    }
  }

  private odd(curve: Float32Array, root: boolean): Run {
    const { memory, planes } = this;
    const table = memory.put(curve);
    return (count) => {
      for (const channel of [0, 1, 2])
        memory.run.oddOfPlane(planes + channel * STRIDE, count, table, curve.length - 2, PER_UNIT, root);
    };
  }

  /** A step that no kernel has. */
  private plain(apply: (samples: Float32Array, count: number) => void): Run {
    const { memory, planes, samples } = this;
    return (count) => {
      memory.run.interleave(planes, STRIDE, count, samples);
      apply(memory.floats(samples, count * 3), count);
      memory.run.split(samples, count, planes, STRIDE);
    };
  }
}

function oddCurve(f: (x: number) => number): Float32Array {
  return Float32Array.from({ length: PER_UNIT * COVERED + 2 }, (_, i) => f(i / PER_UNIT));
}

const encodeCurve = oddCurve((root) => encode(root * root));
const decodeCurve = oddCurve(decode);
