import type { RgbSpace } from '#color/space.ts';
import { extendedCode } from '../codec.ts';
import type { KernelMemory } from './kernels.ts';
import type { Planes } from './planes.ts';

/** Pieces of the coding curves to 1, over the root of linear light; from 5 on every code is at its bound of 2. */
const PER_UNIT = 4096;
const STEPS = Math.ceil(PER_UNIT * Math.sqrt(5));

/** Codes planes of linear light as a space does. */
export class Coding {
  private readonly memory: KernelMemory;
  private readonly planes: Planes;
  /** Addresses of the curves above and below zero, per channel. */
  private readonly curves: readonly (readonly [above: number, below: number])[];

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, planes: Planes, space: RgbSpace) {
    this.memory = memory;
    this.planes = planes;
    const placed = new Map<Float32Array, number>();
    const place = (curve: Float32Array) => {
      const address = placed.get(curve) ?? memory.put(curve);
      placed.set(curve, address);
      return address;
    };
    this.curves = curvesOf(space).map(([above, below]) => [place(above), place(below)] as const);
  }

  /** In place; what lies beyond the gamut keeps its distance from it, as the nodes of a color table do. */
  extended(count: number): void {
    this.code(count, -1, 2);
  }

  /** In place, clipped to 0…1. */
  clipped(count: number): void {
    this.code(count, 0, 1);
  }

  private code(count: number, least: number, greatest: number): void {
    const { planes, memory } = this;
    this.curves.forEach(([above, below], channel) => {
      memory.run.codePlane(planes.of(channel), count, above, below, STEPS, PER_UNIT, least, greatest);
    });
  }
}

type Curves = readonly [above: Float32Array, below: Float32Array];
const made = new WeakMap<RgbSpace, readonly Curves[]>();

function curvesOf(space: RgbSpace): readonly Curves[] {
  let own = made.get(space);
  if (!own) {
    const curves = ([0, 1, 2] as const).map((channel) => {
      const curve = (sign: number) =>
        Float32Array.from({ length: STEPS + 2 }, (_, i) =>
          extendedCode(space, channel, sign * (i / PER_UNIT) ** 2),
        );
      return [curve(1), curve(-1)] as const;
    });
    // Equal curves become one: it stays in the processor's cache.
    own = curves.map((one) => curves.find((other) => equal(other[0], one[0]) && equal(other[1], one[1]))!);
    made.set(space, own);
  }
  return own;
}

function equal(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, i) => value === b[i]);
}
