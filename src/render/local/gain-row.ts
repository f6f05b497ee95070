import type { RgbSpace } from '#color/space.ts';
import { decodeTableFor } from '#color/transfer.ts';
import type { Raster } from '#image/raster.ts';

/**
 * Gains on coded values. Linear light times a gain is the same in any primaries, so the working space is not needed:
 * the root of a code's light times the root of the gain is the place in a table of coded values.
 */
export const STEPS = 8192;
/** Steps of the tables from coded values to roots; they are nearly straight. */
export const ROOT_STEPS = 1024;

interface Tables {
  /** Per channel: coded value over the root of linear light; channels of one curve share one table. */
  readonly coded: readonly Float32Array[];
  /** Per channel: root of linear light, times STEPS, over the coded value. */
  readonly roots: readonly Float32Array[];
  /** The same for each 8-bit and each 16-bit code. */
  readonly ofCodes: Map<number, readonly Float32Array[]>;
}

const cache = new WeakMap<RgbSpace, Tables>();

/**
 * Row `y` of a picture times a gain per pixel, as values coded 0…1, light above white clipped. Exact to 0.02 of an
 * 8-bit level: the nearest step is taken.
 */
export function gainRow(
  { data, width, space }: Raster,
  y: number,
  gainRoots: Float32Array,
  out: Float32Array,
): void {
  const { coded } = tablesOf(space);
  const [red, green, blue] = rootsOfCodes(space, data) as [Float32Array, Float32Array, Float32Array];
  const [codedRed, codedGreen, codedBlue] = coded as [Float32Array, Float32Array, Float32Array];
  for (let x = 0, p = 0, q = y * width * 3; x < width; x++, p += 3, q += 3) {
    const gain = gainRoots[x]!;
    const r = red[data[q]!]! * gain + 0.5;
    const g = green[data[q + 1]!]! * gain + 0.5;
    const b = blue[data[q + 2]!]! * gain + 0.5;
    out[p] = codedRed[r < STEPS ? r | 0 : STEPS]!;
    out[p + 1] = codedGreen[g < STEPS ? g | 0 : STEPS]!;
    out[p + 2] = codedBlue[b < STEPS ? b | 0 : STEPS]!;
  }
}

/** The same on values coded 0…1, in place: pixels `from … to − 1` of a row, which `samples` begins with. */
export function gainSpan(
  space: RgbSpace,
  gainRoots: Float32Array,
  from: number,
  to: number,
  samples: Float32Array,
): void {
  const { coded, roots } = tablesOf(space);
  for (let channel = 0; channel < 3; channel++) {
    const table = coded[channel]!;
    const root = roots[channel]!;
    for (let x = from, p = channel; x < to; x++, p += 3) {
      const position = samples[p]! * ROOT_STEPS;
      const i = position <= 0 ? 0 : position >= ROOT_STEPS ? ROOT_STEPS : position | 0;
      const a = root[i]!;
      samples[p] = lookUp(table, (a + (root[i + 1]! - a) * (position - i)) * gainRoots[x]!);
    }
  }
}

function lookUp(table: Float32Array, position: number): number {
  if (position >= STEPS) return 1;
  const i = position | 0;
  const a = table[i]!;
  return a + (table[i + 1]! - a) * (position - i);
}

function tablesOf(space: RgbSpace): Tables {
  let tables = cache.get(space);
  if (!tables) {
    const channels = [0, 1, 2] as const;
    const make = (steps: number, f: (x: number, channel: 0 | 1 | 2) => number) =>
      shared(channels.map((c) => Float32Array.from({ length: steps + 2 }, (_, i) => f(i / steps, c))));
    tables = {
      coded: make(STEPS, (root, c) => space.encode(root * root, c)),
      roots: make(ROOT_STEPS, (coded, c) => STEPS * Math.sqrt(Math.max(0, space.decode(coded, c)))),
      ofCodes: new Map(),
    };
    cache.set(space, tables);
  }
  return tables;
}

/** Coded values over the root of linear light, STEPS of them from 0 to white, per channel. */
export function codedOverRoot(space: RgbSpace): readonly Float32Array[] {
  return tablesOf(space).coded;
}

/** Roots of linear light, times STEPS, over the coded value in ROOT_STEPS pieces (two entries more), per channel. */
export function rootsOverCoded(space: RgbSpace): readonly Float32Array[] {
  return tablesOf(space).roots;
}

/** Roots of linear light, times STEPS, of each code, per channel. */
export function rootsOfCodes(space: RgbSpace, data: Raster['data']): readonly Float32Array[] {
  const { ofCodes } = tablesOf(space);
  let roots = ofCodes.get(data.BYTES_PER_ELEMENT);
  if (!roots) {
    roots = shared(
      ([0, 1, 2] as const).map((c) =>
        decodeTableFor(data, space, c).map((linear) => STEPS * Math.sqrt(Math.max(0, linear))),
      ),
    );
    ofCodes.set(data.BYTES_PER_ELEMENT, roots);
  }
  return roots;
}

/** Equal tables become one: it stays in the processor's cache. */
export function shared(tables: readonly Float32Array[]): readonly Float32Array[] {
  return tables.map((table) => tables.find((other) => other.every((value, i) => value === table[i]))!);
}
