import type { Metadata } from 'sharp';
import { readIccProfile } from '#color/icc.ts';
import type { RgbSpace } from '#color/space.ts';
import { ADOBE_RGB, identifySpace, SRGB } from '#color/spaces.ts';
import { exifColorSpace } from './exif.ts';

/** How the samples of a file are to be taken. */
export interface InputEncoding {
  readonly space: RgbSpace;
  /** As found, for the person. */
  readonly name: string;
  readonly bitDepth: 8 | 16;
  /** The stored samples are used as they are; otherwise libvips converts them to sRGB. */
  readonly exact: boolean;
  readonly note?: string;
}

const MODEL_NAMES: Readonly<Record<string, string>> = {
  cmyk: 'CMYK',
  lab: 'Lab',
  labs: 'Lab',
  scrgb: 'linear scRGB',
  'b-w': 'Grey',
  grey16: 'Grey',
};

/**
 * Decides what the numbers in a file mean: its matrix profile; without one EXIF's hint, else sRGB; what is neither RGB
 * nor grey, or has a table profile, is converted to sRGB.
 */
export function chooseInputEncoding(metadata: Metadata, exif: Uint8Array | undefined): InputEncoding {
  const bitDepth = metadata.depth === 'uchar' ? 8 : 16;
  const space = metadata.space;
  const isGrey = space === 'b-w' || space === 'grey16';
  const isRgb = space === 'srgb' || space === 'rgb16' || space === 'rgb';
  if (!isRgb && !isGrey) {
    const name = MODEL_NAMES[space] ?? space;
    return { space: SRGB, name, bitDepth, exact: false, note: `${name} converted to sRGB` };
  }
  if (metadata.icc === undefined) return withoutProfile(bitDepth, exif);
  const profile = new Uint8Array(metadata.icc);
  const model = String.fromCharCode(...profile.subarray(16, 20));
  if (model !== (isGrey ? 'GRAY' : 'RGB ')) {
    if (!isGrey)
      return {
        space: SRGB,
        name: 'sRGB',
        bitDepth,
        exact: true,
        note: 'The colour profile does not belong to this picture; read as sRGB',
      };
    return { space: SRGB, name: 'Grey', bitDepth, exact: true };
  }
  if (isGrey)
    return {
      space: SRGB,
      name: 'Grey',
      bitDepth,
      exact: false,
      note: 'Grey with a profile converted to sRGB',
    };
  const matrixSpace = readIccProfile(profile);
  if (matrixSpace !== null) {
    const name = identifySpace(matrixSpace)?.name ?? matrixSpace.name;
    return { space: matrixSpace, name, bitDepth, exact: true };
  }
  if (!hasTables(profile)) {
    return {
      space: SRGB,
      name: 'sRGB',
      bitDepth,
      exact: true,
      note: 'The colour profile is damaged; read as sRGB',
    };
  }
  const note = 'A colour profile made of tables was converted to sRGB';
  return { space: SRGB, name: 'RGB by a table profile', bitDepth, exact: false, note };
}

/** Whether a profile has a table to the connection space, and all of it (ICC.1 §7.3: count, then 12 bytes a tag). */
function hasTables(profile: Uint8Array): boolean {
  if (profile.length < 132) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const tags = Math.min(view.getUint32(128), Math.floor((profile.length - 132) / 12));
  for (let position = 132; position < 132 + tags * 12; position += 12) {
    const isTable = String.fromCharCode(...profile.subarray(position, position + 4)) === 'A2B0';
    if (isTable) return view.getUint32(position + 4) + view.getUint32(position + 8) <= profile.length;
  }
  return false;
}

function withoutProfile(bitDepth: 8 | 16, exif: Uint8Array | undefined): InputEncoding {
  if (exifColorSpace(exif) !== 'Adobe RGB (1998)')
    return { space: SRGB, name: 'sRGB', bitDepth, exact: true };
  return {
    space: ADOBE_RGB,
    name: ADOBE_RGB.name,
    bitDepth,
    exact: true,
    note: 'Read as Adobe RGB, as the camera noted in EXIF',
  };
}
