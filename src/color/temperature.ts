import type { Chromaticity } from './white.ts';

/**
 * Isotemperature lines: reciprocal temperature in mired, CIE 1960 u, v on the Planckian locus, slope of the line.
 * Robertson 1968, J. Opt. Soc. Am. 58, 1528, as Wyszecki & Stiles 1982 table 1(3.11) prints it; the u of 325 mired
 * is 0.24792 (the 0.24702 of some printings is a misprint: second differences show it).
 */
// biome-ignore format: a table
const ISOTHERMS: readonly (readonly [number, number, number, number])[] = [
  [  0, 0.18006, 0.26352,   -0.24341], [ 10, 0.18066, 0.26589,   -0.25479], [ 20, 0.18133, 0.26846,   -0.26876],
  [ 30, 0.18208, 0.27119,   -0.28539], [ 40, 0.18293, 0.27407,   -0.30470], [ 50, 0.18388, 0.27709,   -0.32675],
  [ 60, 0.18494, 0.28021,   -0.35156], [ 70, 0.18611, 0.28342,   -0.37915], [ 80, 0.18740, 0.28668,   -0.40955],
  [ 90, 0.18880, 0.28997,   -0.44278], [100, 0.19032, 0.29326,   -0.47888], [125, 0.19462, 0.30141,   -0.58204],
  [150, 0.19962, 0.30921,   -0.70471], [175, 0.20525, 0.31647,   -0.84901], [200, 0.21142, 0.32312,   -1.0182 ],
  [225, 0.21807, 0.32909,   -1.2168 ], [250, 0.22511, 0.33439,   -1.4512 ], [275, 0.23247, 0.33904,   -1.7298 ],
  [300, 0.24010, 0.34308,   -2.0637 ], [325, 0.24792, 0.34655,   -2.4681 ], [350, 0.25591, 0.34951,   -2.9641 ],
  [375, 0.26400, 0.35200,   -3.5814 ], [400, 0.27218, 0.35407,   -4.3633 ], [425, 0.28039, 0.35577,   -5.3762 ],
  [450, 0.28863, 0.35714,   -6.7262 ], [475, 0.29685, 0.35823,   -8.5955 ], [500, 0.30505, 0.35907,  -11.324  ],
  [525, 0.31320, 0.35968,  -15.628  ], [550, 0.32129, 0.36011,  -23.325  ], [575, 0.32931, 0.36038,  -40.770  ],
  [600, 0.33724, 0.36051, -116.45   ],
];

/** Tint units per unit of u, v along an isotherm, as DNG and Camera Raw scale it. */
const TINT_SCALE = -3000;

/** Temperatures outside are clamped: the table ends at 600 mired, and 0 mired is infinitely hot. */
const MAX_MIRED = 600;
const MIN_MIRED = 1;

/** Reciprocal megakelvin: equal steps look about equally large. */
export function kelvinToMired(kelvin: number): number {
  return 1e6 / kelvin;
}

export function miredToKelvin(mired: number): number {
  return 1e6 / mired;
}

/** The temperature `mired` further towards warm light (+, lower kelvin) or cold light (−); stays in the table's range. */
export function shiftKelvin(kelvin: number, mired: number): number {
  return miredToKelvin(clampMired(kelvinToMired(kelvin) + mired));
}

/**
 * Chromaticity of a light of `kelvin` and `tint`. A light of positive tint is greener than the Planckian locus, so
 * balancing for it makes the picture more magenta, as the slider says.
 */
export function kelvinTintToXy(kelvin: number, tint: number): Chromaticity {
  const mired = clampMired(kelvinToMired(kelvin));
  let i = 1;
  while (i < ISOTHERMS.length - 1 && mired > ISOTHERMS[i]![0]) i++;
  const low = ISOTHERMS[i - 1]!;
  const high = ISOTHERMS[i]!;
  const f = (mired - low[0]) / (high[0] - low[0]);
  const [du, dv] = direction(low, high, f);
  const along = tint / TINT_SCALE;
  return uvToXy(mix(low[1], high[1], f) + du * along, mix(low[2], high[2], f) + dv * along);
}

/** Nearest light by temperature and tint; inverse of `kelvinTintToXy` within the table's range. */
export function xyToKelvinTint([x, y]: Chromaticity): { kelvin: number; tint: number } {
  const [u, v] = xyToUv(x, y);
  let before = 0;
  for (let i = 1; i < ISOTHERMS.length; i++) {
    const high = ISOTHERMS[i]!;
    const low = ISOTHERMS[i - 1]!;
    const after = distance(u, v, high);
    if (after > 0 && i < ISOTHERMS.length - 1) {
      before = after;
      continue;
    }
    if (i === 1) before = Math.max(0, distance(u, v, low));
    const past = Math.max(0, -after);
    const f = before + past === 0 ? 1 : before / (before + past);
    const [du, dv] = direction(low, high, f);
    const tint = ((u - mix(low[1], high[1], f)) * du + (v - mix(low[2], high[2], f)) * dv) * TINT_SCALE;
    return { kelvin: miredToKelvin(clampMired(mix(low[0], high[0], f))), tint };
  }
  throw new RangeError('Cannot find a temperature in an empty table');
}

type Isotherm = (typeof ISOTHERMS)[number];

/** Signed distance from an isotherm: positive on the side of warmer light. */
function distance(u: number, v: number, [, u0, v0, slope]: Isotherm): number {
  const length = Math.hypot(1, slope);
  return (v - v0 - slope * (u - u0)) / length;
}

/** Unit vector along the isotherm between two rows. */
function direction(low: Isotherm, high: Isotherm, f: number): [number, number] {
  const lowLength = Math.hypot(1, low[3]);
  const highLength = Math.hypot(1, high[3]);
  const du = mix(1 / lowLength, 1 / highLength, f);
  const dv = mix(low[3] / lowLength, high[3] / highLength, f);
  const length = Math.hypot(du, dv);
  return [du / length, dv / length];
}

function xyToUv(x: number, y: number): [number, number] {
  const d = 1.5 - x + 6 * y;
  return [(2 * x) / d, (3 * y) / d];
}

function uvToXy(u: number, v: number): Chromaticity {
  const d = u - 4 * v + 2;
  return [(1.5 * u) / d, v / d];
}

function clampMired(mired: number): number {
  return Math.min(MAX_MIRED, Math.max(MIN_MIRED, mired));
}

function mix(a: number, b: number, f: number): number {
  return a + (b - a) * f;
}
