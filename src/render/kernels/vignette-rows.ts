import type { RgbSpace } from '#color/space.ts';
import type { Vignette } from '../effects/vignette.ts';
import { strengthAt, untouched } from '../effects/vignette-shape.ts';
import type { RenderSource } from '../renderer.ts';
import { LUMINANCE, spaceToWorking } from '../working-space.ts';
import type { KernelMemory } from './kernels.ts';
import { strideOf } from './row-filter.ts';

/** Steps of the tables between coded values and roots of linear light; both ways are nearly straight. */
const STEPS = 2048;
/** Steps from no vignette to the full one. */
const FALL_STEPS = 1024;
/** As the kernel has it. */
const CORNER_STEPS = 1024;

/**
 * The vignette on coded rows, by the kernels: a gain of linear light is the same in any primaries, and a gain of its root
 * is a multiplication between two tables.
 */
export class VignetteRows {
  private readonly memory: KernelMemory;
  private readonly vignette: Vignette;
  private readonly width: number;
  private readonly height: number;
  private readonly roots: readonly [number, number, number];
  private readonly codes: readonly [number, number, number];
  private readonly weights: readonly [number, number, number];
  private readonly fall: number;
  private readonly corners: number;
  /** Distances from the middle column, in half axes. */
  private readonly across: number;
  private readonly ones: number;
  private readonly values: number;
  private readonly row: number;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, vignette: Vignette, { raster, window }: RenderSource) {
    const { width, space } = raster;
    const { shape, effect } = vignette;
    this.memory = memory;
    this.vignette = vignette;
    this.width = width;
    this.height = window.height;
    const { roots, codes } = tablesOf(space);
    this.roots = putAll(memory, roots);
    this.codes = putAll(memory, codes);
    this.weights = lightWeightsOf(space);
    const { start, end, power, rx } = shape;
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
    this.ones = memory.put(new Float32Array(width + 4).fill(1));
    this.values = memory.place(strideOf(width));
    this.row = memory.place(width * 12);
  }

  /** Changes row `y` of the picture, whose coded samples lie at `samples`. */
  apply(samples: number, y: number): void {
    const { memory, vignette, roots, codes, weights, ones, values, row } = this;
    const { run } = memory;
    const { kind, hold } = vignette.effect;
    for (const { from, count } of this.measure(y)) {
      const at = samples + from * 12;
      const value = values + from * 4;
      run.lookUpSamples(at, ones, count, ...roots, STEPS, row);
      if (kind === 'white') run.fadeToWhite(row, value, count);
      else if (hold > 0) run.holdLights(row, ...weights, hold, count, value);
      run.lookUpSamples(row, kind === 'white' ? ones : value, count, ...codes, STEPS, at);
    }
  }

  /** The same for a vignette on scene light: linear working samples. */
  applyToLight(samples: number, y: number): void {
    const { memory, vignette, values, row } = this;
    const { run } = memory;
    const { hold } = vignette.effect;
    for (const { from, count } of this.measure(y)) {
      const at = samples + from * 12;
      const value = values + from * 4;
      if (hold > 0) {
        run.rootsOfLight(at, count, row);
        run.holdLights(row, ...LUMINANCE, hold, count, value);
      }
      run.gainLight(at, value, count);
    }
  }

  /** Fills `values` (roots of gains, or shares of white) for row `y` and tells where the vignette is. */
  private measure(y: number): readonly Span[] {
    const { memory, vignette, width, height, fall, corners, across, values } = this;
    const { shape } = vignette;
    const { start, end, rx, ry } = shape;
    const v = Math.abs(y + 0.5 - height / 2) / ry;
    const spans = spansOf(width, untouched(shape, v) * rx);
    const perDistance = FALL_STEPS / (end - start);
    for (const { from, count } of spans) {
      const [at, out] = [across + from * 4, values + from * 4];
      memory.run.vignetteRow(at, v, corners, fall, start, perDistance, FALL_STEPS, count, out);
    }
    return spans;
  }
}

interface Span {
  readonly from: number;
  readonly count: number;
}

/** Pixels of a row farther than `free` px from its middle, in whole vectors; all of them where it is not worth dividing. */
function spansOf(width: number, free: number): readonly Span[] {
  const left = Math.max(0, Math.ceil((width / 2 - free) / 4) * 4);
  const right = Math.floor((width / 2 + free) / 4) * 4;
  if (right <= left) return [{ from: 0, count: width }];
  const sides = [
    { from: 0, count: left },
    { from: right, count: width - right },
  ];
  return sides.filter(({ count }) => count > 0);
}

interface Tables {
  readonly roots: readonly Float32Array[];
  readonly codes: readonly Float32Array[];
}

const cache = new WeakMap<RgbSpace, Tables>();

function tablesOf(space: RgbSpace): Tables {
  let tables = cache.get(space);
  if (!tables) {
    const channels = [0, 1, 2] as const;
    tables = {
      roots: channels.map((c) => pairs(STEPS, (coded) => Math.sqrt(Math.max(0, space.decode(coded, c))))),
      codes: channels.map((c) => pairs(STEPS, (root) => space.encode(root * root, c))),
    };
    cache.set(space, tables);
  }
  return tables;
}

/** A function over 0…1 as pairs of a value and the change to the next; the last one stays. */
function pairs(steps: number, f: (x: number) => number): Float32Array {
  const out = new Float32Array(2 * (steps + 1));
  for (let i = 0; i <= steps; i++) out[2 * i] = f(i / steps);
  for (let i = 0; i < steps; i++) out[2 * i + 1] = out[2 * i + 2]! - out[2 * i]!;
  return out;
}

/** Addresses of three tables; equal ones lie there once, so that they stay in the processor's cache. */
function putAll(memory: KernelMemory, tables: readonly Float32Array[]): [number, number, number] {
  const addresses: number[] = [];
  tables.forEach((table, i) => {
    const same = tables.slice(0, i).findIndex((other) => other.every((value, k) => value === table[k]));
    addresses.push(same >= 0 ? addresses[same]! : memory.put(table));
  });
  return addresses as [number, number, number];
}

/** Weights of luminance on a space's own linear channels. */
function lightWeightsOf(space: RgbSpace): [number, number, number] {
  const m = spaceToWorking(space);
  const [red, green, blue] = LUMINANCE;
  return [0, 1, 2].map((i) => red * m[i]! + green * m[3 + i]! + blue * m[6 + i]!) as [number, number, number];
}
