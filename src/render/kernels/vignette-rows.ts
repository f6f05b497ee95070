import type { RgbSpace } from '#color/space.ts';
import type { Vignette } from '../effects/vignette.ts';
import { shared } from '../local/gain-row.ts';
import type { RenderSource } from '../renderer.ts';
import { LUMINANCE, spaceToWorking } from '../working-space.ts';
import type { KernelMemory } from './kernels.ts';
import { pairs } from './pairs.ts';
import { putTables } from './put-tables.ts';
import { strideOf } from './row-filter.ts';
import { type Span, VignetteValues } from './vignette-values.ts';

/** Steps of the tables between coded values and roots of linear light; both ways are nearly straight. */
const STEPS = 2048;
/**
 * The vignette on coded rows, by the kernels: a gain of linear light is the same in any primaries, and a gain of its root
 * is a multiplication between two tables.
 */
export class VignetteRows {
  private readonly memory: KernelMemory;
  private readonly vignette: Vignette;
  private readonly measured: VignetteValues;
  private readonly roots: readonly [number, number, number];
  private readonly codes: readonly [number, number, number];
  private readonly weights: readonly [number, number, number];
  private readonly ones: number;
  private readonly values: number;
  private readonly row: number;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, vignette: Vignette, { raster, window }: RenderSource) {
    const { width, space } = raster;
    const { roots, codes } = tablesOf(space);
    this.memory = memory;
    this.vignette = vignette;
    this.measured = new VignetteValues(memory, vignette, width, window.height);
    this.roots = putTables(memory, roots);
    this.codes = putTables(memory, codes);
    this.weights = lightWeightsOf(space);
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

  /** Fills `values` for row `y` and tells where the vignette is. */
  private measure(y: number): readonly Span[] {
    const spans = this.measured.spans(y);
    for (const span of spans) this.measured.row(y, this.values, span);
    return spans;
  }
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
      roots: shared(
        channels.map((c) => pairs(STEPS, (coded) => Math.sqrt(Math.max(0, space.decode(coded, c))))),
      ),
      codes: shared(channels.map((c) => pairs(STEPS, (root) => space.encode(root * root, c)))),
    };
    cache.set(space, tables);
  }
  return tables;
}

/** Weights of luminance on a space's own linear channels. */
function lightWeightsOf(space: RgbSpace): [number, number, number] {
  const m = spaceToWorking(space);
  const [red, green, blue] = LUMINANCE;
  return [0, 1, 2].map((i) => red * m[i]! + green * m[3 + i]! + blue * m[6 + i]!) as [number, number, number];
}
