/** One channel's transfer between encoded and linear values, both 0…1 and extended to all reals by symmetry. */
export interface TransferCurve {
  decode(encoded: number): number;
  encode(linear: number): number;
}

/** IEC 61966-2-1 (sRGB; Display P3 uses it too). */
export const SRGB_CURVE: TransferCurve = oddCurve(
  (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4),
  (v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055),
);

/** Adobe RGB (1998) §4.3.4.2: exponent 2.19921875 = 563/256. */
export const ADOBE_RGB_CURVE: TransferCurve = powerCurve(563 / 256);

/** ROMM RGB (ISO 22028-2): exponent 1.8 with a linear toe of slope 16 below linear 2⁻⁹. */
export const PROPHOTO_CURVE: TransferCurve = oddCurve(
  (v) => (v < 1 / 32 ? v / 16 : v ** 1.8),
  (v) => (v < 1 / 512 ? v * 16 : v ** (1 / 1.8)),
);

/** `linear = encoded ^ gamma`. */
export function powerCurve(gamma: number): TransferCurve {
  return oddCurve(
    (v) => v ** gamma,
    (v) => v ** (1 / gamma),
  );
}

/** Extends functions of 0…∞ to negative values by point symmetry, so that out-of-gamut colours survive a round trip. */
export function oddCurve(decode: (v: number) => number, encode: (v: number) => number): TransferCurve {
  return {
    decode: (v) => (v < 0 ? -decode(-v) : decode(v)),
    encode: (v) => (v < 0 ? -encode(-v) : encode(v)),
  };
}
