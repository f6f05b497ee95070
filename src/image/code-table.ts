import { encodeFast } from '#color/transfer.ts';

/** Cells of linear light 0…1 that say where to begin looking for a code: so many that most hold one code only. */
const CELLS = 32768;

/** From linear light to 8-bit codes without a root: the very codes that `encodeFast` rounds to. */
export interface CodeTable {
  /** Code at the lower end of each cell. */
  readonly starts: Uint8Array;
  /** Least linear value of each code, and one above all for the code after the last. */
  readonly limits: Float64Array;
}

const known = new WeakMap<Float32Array, CodeTable>();

/** @param table of `encodeTable` */
export function codeTable(table: Float32Array): CodeTable {
  const codes = known.get(table) ?? makeCodeTable(table);
  known.set(table, codes);
  return codes;
}

/** Linear (clamped to 0…1, NaN to 0) → 0…255. */
export function codeOf({ starts, limits }: CodeTable, linear: number): number {
  if (!(linear > 0)) return starts[0]!;
  if (linear >= 1) return starts[CELLS]!;
  let code = starts[(linear * CELLS) | 0]!;
  while (linear >= limits[code + 1]!) code++;
  return code;
}

function makeCodeTable(table: Float32Array): CodeTable {
  const rounded = (linear: number) => (encodeFast(table, linear) * 255 + 0.5) | 0;
  const limits = Float64Array.from({ length: 257 }, (_, code) => {
    if (code > rounded(1)) return Number.POSITIVE_INFINITY;
    // Halving ends at neighbouring numbers, so that not one value is rounded otherwise.
    let [low, high] = [0, 1];
    for (let step = 0; step < 80; step++) {
      const middle = (low + high) / 2;
      if (rounded(middle) >= code) high = middle;
      else low = middle;
    }
    return high;
  });
  return { starts: Uint8Array.from({ length: CELLS + 1 }, (_, cell) => rounded(cell / CELLS)), limits };
}
