import { adaptationMatrix } from './adaptation.ts';
import { ADOBE_RGB_CURVE, PROPHOTO_CURVE, SRGB_CURVE, type TransferCurve } from './curve.ts';
import { apply3, invert3, multiply3, type Vector3 } from './matrix.ts';
import type { Matrix3, RgbSpace } from './space.ts';
import { type Chromaticity, D50, D65, PCS_WHITE, xyToXyz } from './white.ts';

/** What a standard says of an RGB space; matrices are derived from it. */
interface RgbDefinition {
  readonly name: string;
  readonly red: Chromaticity;
  readonly green: Chromaticity;
  readonly blue: Chromaticity;
  readonly white: Chromaticity;
  readonly curve: TransferCurve;
}

/** IEC 61966-2-1:1999. */
export const SRGB: RgbSpace = rgbSpace({
  name: 'sRGB',
  red: [0.64, 0.33],
  green: [0.3, 0.6],
  blue: [0.15, 0.06],
  white: D65,
  curve: SRGB_CURVE,
});

/** SMPTE EG 432-1 primaries with D65 and the sRGB curve, as Apple defines it. */
export const DISPLAY_P3: RgbSpace = rgbSpace({
  name: 'Display P3',
  red: [0.68, 0.32],
  green: [0.265, 0.69],
  blue: [0.15, 0.06],
  white: D65,
  curve: SRGB_CURVE,
});

/** Adobe RGB (1998) Color Image Encoding, version 2005-05. */
export const ADOBE_RGB: RgbSpace = rgbSpace({
  name: 'Adobe RGB (1998)',
  red: [0.64, 0.33],
  green: [0.21, 0.71],
  blue: [0.15, 0.06],
  white: D65,
  curve: ADOBE_RGB_CURVE,
});

/** ROMM RGB, ISO 22028-2:2013. */
export const PROPHOTO: RgbSpace = rgbSpace({
  name: 'ProPhoto RGB',
  red: [0.734699, 0.265301],
  green: [0.159597, 0.840403],
  blue: [0.036598, 0.000105],
  white: D50,
  curve: PROPHOTO_CURVE,
});

/** The spaces that the product knows by itself. */
export const BUILT_IN_SPACES: readonly RgbSpace[] = [SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO];

/** Profiles round their colorants to 1/65536 and their makers rounded before that; real spaces differ far more. */
const MATRIX_TOLERANCE = 0.003;
const CURVE_TOLERANCE = 0.004;

/** The built-in space that a space read from a profile is, whatever the profile calls itself; null when none. */
export function identifySpace(space: RgbSpace): RgbSpace | null {
  return BUILT_IN_SPACES.find((known) => sameMatrix(known, space) && sameCurves(known, space)) ?? null;
}

function sameMatrix(a: RgbSpace, b: RgbSpace): boolean {
  return a.toXyzD50.every((value, i) => Math.abs(value - b.toXyzD50[i]!) < MATRIX_TOLERANCE);
}

function sameCurves(a: RgbSpace, b: RgbSpace): boolean {
  for (const channel of [0, 1, 2] as const) {
    for (let i = 1; i < 32; i++) {
      if (Math.abs(a.decode(i / 32, channel) - b.decode(i / 32, channel)) > CURVE_TOLERANCE) return false;
    }
  }
  return true;
}

function rgbSpace(definition: RgbDefinition): RgbSpace {
  const white = xyToXyz(definition.white);
  const toXyzD50 = multiply3(adaptationMatrix(white, PCS_WHITE), primariesMatrix(definition, white));
  return {
    name: definition.name,
    toXyzD50,
    fromXyzD50: invert3(toXyzD50),
    decode: definition.curve.decode,
    encode: definition.curve.encode,
  };
}

/** Columns are the primaries, each scaled so that together they make the white (SMPTE RP 177). */
function primariesMatrix({ red, green, blue }: RgbDefinition, white: Vector3): Matrix3 {
  const [r, g, b] = [xyToXyz(red), xyToXyz(green), xyToXyz(blue)];
  const columns: Matrix3 = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const [kr, kg, kb] = apply3(invert3(columns), white);
  return multiply3(columns, [kr, 0, 0, 0, kg, 0, 0, 0, kb]);
}
