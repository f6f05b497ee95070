import type { TransferCurve } from '#color/curve.ts';
import { readIccCurve } from '#color/icc-curve.ts';
import { SRGB } from '#color/spaces.ts';
import { topOf } from '#image/depth.ts';
import { iccTag } from './icc-tags.ts';

/** The tone curve of a grey profile (`kTRC`); null when it has none that can be read. */
export function readGreyCurve(profile: Uint8Array): TransferCurve | null {
  const tag = iccTag(profile, 'kTRC');
  return tag === undefined ? null : readIccCurve(tag);
}

/** Turns grey samples, coded with a profile's curve, into sRGB ones, in place. */
export function greyToSrgb(samples: Uint8Array | Uint16Array, curve: TransferCurve): void {
  const full = topOf(samples);
  const table = Float64Array.from({ length: full + 1 }, (_, value) => {
    const coded = SRGB.encode(curve.decode(value / full));
    return Math.round(full * Math.min(1, Math.max(0, coded)));
  });
  for (let index = 0; index < samples.length; index++) samples[index] = table[samples[index]!]!;
}
