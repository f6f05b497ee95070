import { apply3, type Vector3 } from '#color/matrix.ts';
import { xyzToOklab } from '#color/oklab.ts';
import { SRGB } from '#color/spaces.ts';

/** Hue angle (degrees), lightness and chroma of an sRGB pixel at sample `p`. */
export function rgbToOklch(data: Uint8Array | Uint16Array, p: number): { l: number; c: number; h: number } {
  const top = data instanceof Uint8Array ? 255 : 65535;
  const linear = [0, 1, 2].map((c) => SRGB.decode(data[p + c]! / top)) as Vector3;
  const [l, a, b] = xyzToOklab(apply3(SRGB.toXyzD50, linear));
  return { l, c: Math.hypot(a, b), h: (Math.atan2(b, a) * 180) / Math.PI };
}
