import { assembleProfile, type IccTags, setFixed, tag, textTag } from './icc-file.ts';
import type { RgbSpace } from './space.ts';
import { ADOBE_RGB, PROPHOTO } from './spaces.ts';
import { PCS_WHITE } from './white.ts';

/** Parametric curves (ICC.1 table 68) of the built-in spaces: type and parameters. */
const SRGB_PARAMETERS = { type: 3, values: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] };
const PROPHOTO_PARAMETERS = { type: 3, values: [1.8, 1, 0, 1 / 16, 1 / 32] };
const ADOBE_RGB_PARAMETERS = { type: 0, values: [563 / 256] };

/**
 * A version 4.3 matrix profile of a built-in space (ICC.1:2010); a space that came with a profile gives that one back.
 * About 450 bytes: small enough for every thumbnail.
 */
export function writeIccProfile(space: RgbSpace): Uint8Array {
  if (space.icc !== undefined) return space.icc;
  const m = space.toXyzD50;
  const curve = curveTag(parametersOf(space));
  const tags: IccTags = [
    ['desc', textTag(space.name)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(...PCS_WHITE)],
    ['rXYZ', xyzTag(m[0], m[3], m[6])],
    ['gXYZ', xyzTag(m[1], m[4], m[7])],
    ['bXYZ', xyzTag(m[2], m[5], m[8])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assembleProfile('mntr', 'XYZ ', tags);
}

function parametersOf(space: RgbSpace): { type: number; values: number[] } {
  if (space.name === ADOBE_RGB.name) return ADOBE_RGB_PARAMETERS;
  if (space.name === PROPHOTO.name) return PROPHOTO_PARAMETERS;
  return SRGB_PARAMETERS;
}

function xyzTag(x: number, y: number, z: number): Uint8Array {
  const { bytes, view } = tag('XYZ ', 20);
  setFixed(view, 8, [x, y, z]);
  return bytes;
}

function curveTag({ type, values }: { type: number; values: readonly number[] }): Uint8Array {
  const { bytes, view } = tag('para', 12 + values.length * 4);
  view.setUint16(8, type);
  setFixed(view, 12, values);
  return bytes;
}
