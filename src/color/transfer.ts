import type { RgbSpace } from './space.ts';

export type Channel = 0 | 1 | 2;

/** Number of steps of an encode table. */
export const ENCODE_STEPS = 8192;

/** Curves of a space as tables for pixel loops, built when first asked for. */
interface Tables {
  readonly decode8: (Float32Array | undefined)[];
  readonly decode16: (Float32Array | undefined)[];
  readonly encode: (Float32Array | undefined)[];
}

const cache = new WeakMap<RgbSpace, Tables>();

/** Linear value of each 8-bit code: 256 entries. */
export function decodeTable8(space: RgbSpace, channel: Channel = 0): Float32Array {
  return cached(space, 'decode8', channel, (c) =>
    Float32Array.from({ length: 256 }, (_, i) => space.decode(i / 255, c)),
  );
}

/** Linear value of each 16-bit code: 65,536 entries. */
export function decodeTable16(space: RgbSpace, channel: Channel = 0): Float32Array {
  return cached(space, 'decode16', channel, (c) => {
    const table = new Float32Array(65536);
    for (let i = 0; i < table.length; i++) table[i] = space.decode(i / 65535, c);
    return table;
  });
}

/** The decode table that fits the sample type of `data`. */
export function decodeTableFor(
  data: Uint8Array | Uint16Array,
  space: RgbSpace,
  channel: Channel = 0,
): Float32Array {
  return data.BYTES_PER_ELEMENT === 1 ? decodeTable8(space, channel) : decodeTable16(space, channel);
}

/**
 * Encoded value 0…1 by √linear: pure gamma curves are vertical at 0, over the square root they are nearly straight,
 * so interpolation stays within half a 16-bit step everywhere. Look up with `encodeFast`.
 */
export function encodeTable(space: RgbSpace, channel: Channel = 0): Float32Array {
  return cached(space, 'encode', channel, (c) => {
    const table = new Float32Array(ENCODE_STEPS + 2);
    for (let i = 0; i <= ENCODE_STEPS; i++) table[i] = space.encode((i / ENCODE_STEPS) ** 2, c);
    table[ENCODE_STEPS + 1] = table[ENCODE_STEPS]!;
    return table;
  });
}

/** Linear (clamped to 0…1, NaN to 0) → encoded 0…1 through a table of `encodeTable`. */
export function encodeFast(table: Float32Array, linear: number): number {
  if (!(linear > 0)) return table[0]!;
  if (linear >= 1) return table[ENCODE_STEPS]!;
  const position = Math.sqrt(linear) * ENCODE_STEPS;
  const index = position | 0;
  const low = table[index]!;
  return low + (table[index + 1]! - low) * (position - index);
}

function cached(
  space: RgbSpace,
  kind: keyof Tables,
  channel: Channel,
  build: (channel: Channel) => Float32Array,
): Float32Array {
  let tables = cache.get(space);
  if (tables === undefined) cache.set(space, (tables = { decode8: [], decode16: [], encode: [] }));
  const own = tables[kind][channel];
  if (own !== undefined) return own;
  const table = channel !== 0 && sameCurve(space, channel) ? cached(space, kind, 0, build) : build(channel);
  tables[kind][channel] = table;
  return table;
}

/** Nearly all spaces use one curve for all channels: share its table. */
function sameCurve(space: RgbSpace, channel: Channel): boolean {
  for (let i = 0; i <= 64; i++) {
    if (space.decode(i / 64, channel) !== space.decode(i / 64, 0)) return false;
  }
  return true;
}
