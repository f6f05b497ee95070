import { oddCurve, powerCurve, type TransferCurve } from './curve.ts';

/**
 * Reads a `curv` or `para` tag (ICC.1:2022 §10.6, §10.18).
 *
 * @returns null when the tag is of another type, does not fit in `view`, or is not invertible.
 */
export function readIccCurve(view: DataView): TransferCurve | null {
  if (view.byteLength < 12) return null;
  const type = view.getUint32(0);
  if (type === 0x63757276) return readSampledCurve(view); // 'curv'
  if (type === 0x70617261) return readParametricCurve(view); // 'para'
  return null;
}

function readSampledCurve(view: DataView): TransferCurve | null {
  const count = view.getUint32(8);
  if (count === 0) return powerCurve(1);
  if (count > (view.byteLength - 12) / 2) return null;
  if (count === 1) {
    const gamma = view.getUint16(12) / 256;
    return gamma > 0 ? powerCurve(gamma) : null;
  }
  const samples = new Float64Array(count);
  for (let i = 0; i < count; i++) samples[i] = view.getUint16(12 + i * 2) / 65535;
  return sampledCurve(samples);
}

/** Piecewise linear; must rise overall. Flat and falling stretches are levelled, so that the inverse exists. */
function sampledCurve(samples: Float64Array): TransferCurve | null {
  const last = samples.length - 1;
  for (let i = 1; i <= last; i++) samples[i] = Math.max(samples[i]!, samples[i - 1]!);
  if (!(samples[last]! > samples[0]!)) return null;
  const endSlope = Math.max((samples[last]! - samples[last - 1]!) * last, 1e-3);

  return oddCurve(
    (v) => {
      if (v >= 1) return samples[last]! + (v - 1) * endSlope;
      const position = v * last;
      const i = Math.floor(position);
      return samples[i]! + (samples[i + 1]! - samples[i]!) * (position - i);
    },
    (v) => {
      if (v >= samples[last]!) return 1 + (v - samples[last]!) / endSlope;
      if (v <= samples[0]!) return 0;
      let low = 0;
      let high = last;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (samples[middle]! <= v) low = middle;
        else high = middle;
      }
      return (low + (v - samples[low]!) / (samples[high]! - samples[low]!)) / last;
    },
  );
}

/** Number of parameters by function type, ICC.1 table 68. */
const PARAMETER_COUNTS = [1, 3, 4, 5, 7];

/** All five types are (a·x + b)^g + e above d and c·x + f below, with parameters left out (ICC.1 table 68). */
function readParametricCurve(view: DataView): TransferCurve | null {
  const kind = view.getUint16(8);
  const count = PARAMETER_COUNTS[kind];
  if (count === undefined || view.byteLength < 12 + count * 4) return null;
  const p = Array.from({ length: count }, (_, i) => view.getInt32(12 + i * 4) / 65536);
  const [g, a = 1, b = 0] = p as [number, number?, number?];
  if (!(g > 0) || !(a > 0)) return null;

  // Types 1 and 2 split where a·x + b reaches 0 and are constant below.
  if (kind === 0) return powerCurve(g);
  if (kind === 1) return segmentedCurve(g, a, b, 0, -b / a, 0, 0);
  if (kind === 2) return segmentedCurve(g, a, b, 0, -b / a, p[3]!, p[3]!);
  if (kind === 3) return segmentedCurve(g, a, b, p[3]!, p[4]!, 0, 0);
  return segmentedCurve(g, a, b, p[3]!, p[4]!, p[5]!, p[6]!);
}

function segmentedCurve(
  g: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
): TransferCurve | null {
  const power = (v: number) => Math.max(0, a * v + b) ** g + e;
  if (c < 0 || !(power(1) > 0)) return null;
  const split = power(d);
  return oddCurve(
    (v) => (v >= d ? power(v) : c * v + f),
    (v) => {
      if (v >= split) return (Math.max(0, v - e) ** (1 / g) - b) / a;
      return c > 0 ? (v - f) / c : Math.max(0, d);
    },
  );
}
