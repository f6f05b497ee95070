import type { PixelKernel } from '../operator.ts';
import { bounds } from '../saturate.ts';
import type { Step } from '../step.ts';
import { decode, encode } from '../transfer.ts';
import type { KernelMemory } from './kernels.ts';
import type { Planes } from './planes.ts';

/** Curves that keep the sign: pieces to 1, and what they cover. */
const PER_UNIT = 4096;
const COVERED = 3;

type Run = (count: number) => void;

/** The steps of a chain by the compiled kernels, on planes of linear working samples. */
export class KernelChain {
  private readonly memory: KernelMemory;
  private readonly planes: Planes;
  private readonly runs: readonly Run[];
  private readonly bounds: number;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, planes: Planes, steps: readonly Step[]) {
    this.memory = memory;
    this.planes = planes;
    this.bounds = memory.put(bounds);
    this.runs = steps.map((step) => this.prepare(step));
  }

  /** Develops `count` pixels of the planes. */
  run(count: number): void {
    for (const run of this.runs) run(count);
  }

  private prepare(step: Step): Run {
    const { memory } = this;
    const { address: planes, stride } = this.planes;
    const { run } = memory;
    switch (step.kind) {
      case 'encode':
        return this.odd(encodeCurve, true);
      case 'decode':
        return this.odd(decodeCurve, false);
      case 'matrix': {
        const m = memory.put(Float32Array.from(step.matrix));
        return (count) => run.matrix(planes, stride, count, m);
      }
      case 'tone':
      case 'tone-root': {
        const curve = memory.put(step.curve);
        const steps = step.curve.length - 1;
        return (count) => run.toneByExtremes(planes, stride, count, curve, steps, step.kind === 'tone-root');
      }
      case 'channels': {
        const curves = step.curves.map((curve) => memory.put(curve));
        return (count) => {
          step.curves.forEach(({ length }, channel) => {
            run.toneOfPlane(planes + channel * stride, count, curves[channel]!, length - 1);
          });
        };
      }
      case 'gain': {
        const curve = memory.put(step.curve);
        const steps = step.curve.length - 1;
        const [red, green, blue] = step.over === 'largest' ? [0, 0, 0] : step.over;
        return (count) => run.gainByLevel(planes, stride, count, curve, steps, red, green, blue);
      }
      case 'pixel':
        return step.kernel ? this.preparePixel(step.kernel()) : this.plain(step.apply);
    }
  }

  private preparePixel(kernel: PixelKernel): Run {
    const { memory, bounds } = this;
    const { address: planes, stride } = this.planes;
    const { run } = memory;
    switch (kernel.kind) {
      case 'mixer': {
        const [shifts, chromas, levels] = [kernel.shifts, kernel.chromas, kernel.levels].map((table) =>
          memory.put(table),
        ) as [number, number, number];
        return (count) => run.mixer(planes, stride, count, shifts, chromas, levels, bounds);
      }
      case 'vibrance-up': {
        const amounts = memory.put(kernel.amounts);
        return (count) => run.vibranceUp(planes, stride, count, amounts, bounds);
      }
      case 'remove-base': {
        const curve = memory.put(kernel.curve);
        return (count) => run.removeBase(planes, stride, count, curve, kernel.curve.length - 1);
      }
      case 'vibrance-down': {
        const chromas = memory.put(kernel.chromas);
        const values = memory.put(kernel.values);
        const steps = kernel.chromas.length - 1;
        return (count) => run.vibranceDown(planes, stride, count, chromas, values, steps);
      }
    }
  }

  private odd(curve: Float32Array, root: boolean): Run {
    const { memory } = this;
    const { address: planes, stride } = this.planes;
    const table = memory.put(curve);
    return (count) => {
      for (const channel of [0, 1, 2])
        memory.run.oddOfPlane(planes + channel * stride, count, table, curve.length - 2, PER_UNIT, root);
    };
  }

  /** A step that no kernel has. */
  private plain(apply: (samples: Float32Array, count: number) => void): Run {
    return (count) => this.planes.exchange(count, (samples) => apply(samples, count));
  }
}

function oddCurve(f: (x: number) => number): Float32Array {
  return Float32Array.from({ length: PER_UNIT * COVERED + 2 }, (_, i) => f(i / PER_UNIT));
}

const encodeCurve = oddCurve((root) => encode(root * root));
const decodeCurve = oddCurve(decode);
