import type { Metadata } from 'sharp';
import type { TransferCurve } from '#color/curve.ts';
import { readIccProfile } from '#color/icc.ts';
import type { RgbSpace } from '#color/space.ts';
import { ADOBE_RGB, DISPLAY_P3, identifySpace, SRGB } from '#color/spaces.ts';
import { exifColorSpace } from './exif.ts';
import { readGreyCurve } from './grey-profile.ts';
import { iccTag } from './icc-tags.ts';

/** How the samples of a file are to be taken. */
export interface InputEncoding {
  /** What the samples are in once they are read. */
  readonly space: RgbSpace;
  /** As found, for the person. */
  readonly name: string;
  /** The stored samples are used as they are; otherwise libvips converts them to `space`. */
  readonly exact: boolean;
  /** Grey samples are coded with this curve, to be turned into sRGB's. */
  readonly greyCurve?: TransferCurve;
  readonly note?: string;
}

const MODEL_NAMES: Readonly<Record<string, string>> = {
  cmyk: 'CMYK',
  lab: 'Lab',
  labs: 'Lab',
  scrgb: 'linear scRGB',
};

/**
 * Decides what the numbers in a file mean: its matrix profile or grey curve; without one EXIF's hint, else sRGB. What
 * is neither RGB nor grey, or has a profile made of tables, is converted.
 */
export function chooseInputEncoding(metadata: Metadata, exif: Uint8Array | undefined): InputEncoding {
  const { space, icc } = metadata;
  const isGrey = space === 'b-w' || space === 'grey16';
  if (!isGrey && space !== 'srgb' && space !== 'rgb16') {
    const name = MODEL_NAMES[space] ?? space;
    return { space: SRGB, name, exact: false, note: `${name} converted to sRGB` };
  }
  if (icc === undefined) return withoutProfile(isGrey, exif);
  const profile = new Uint8Array(icc);
  // The colour model that a profile is for stands in bytes 16 to 19 of its header.
  if (String.fromCharCode(...profile.subarray(16, 20)) !== (isGrey ? 'GRAY' : 'RGB ')) {
    return asSrgb('The colour profile does not belong to this picture; read as sRGB');
  }
  return isGrey ? byGreyProfile(profile) : byRgbProfile(profile, metadata.depth === 'uchar');
}

function byGreyProfile(profile: Uint8Array): InputEncoding {
  const greyCurve = readGreyCurve(profile);
  if (greyCurve === null) return asSrgb('The colour profile is damaged; read as sRGB');
  return {
    space: SRGB,
    name: 'Grey',
    exact: true,
    greyCurve,
    note: 'Grey by its profile, converted to sRGB',
  };
}

function byRgbProfile(profile: Uint8Array, shallow: boolean): InputEncoding {
  const matrixSpace = readIccProfile(profile);
  if (matrixSpace !== null) {
    return { space: matrixSpace, name: identifySpace(matrixSpace)?.name ?? matrixSpace.name, exact: true };
  }
  if (iccTag(profile, 'A2B0') === undefined) return asSrgb('The colour profile is damaged; read as sRGB');
  // sharp converts 8 bits to sRGB, but 16 bits to Display P3 (processingProfile in its pipeline.cc).
  const space = shallow ? SRGB : DISPLAY_P3;
  const note = `A colour profile made of tables was converted to ${space.name}`;
  return { space, name: 'RGB by a table profile', exact: false, note };
}

function withoutProfile(isGrey: boolean, exif: Uint8Array | undefined): InputEncoding {
  if (isGrey) return { space: SRGB, name: 'Grey', exact: true };
  if (exifColorSpace(exif) !== ADOBE_RGB.name) return { space: SRGB, name: SRGB.name, exact: true };
  const note = 'Read as Adobe RGB, as the camera noted in EXIF';
  return { space: ADOBE_RGB, name: ADOBE_RGB.name, exact: true, note };
}

function asSrgb(note: string): InputEncoding {
  return { space: SRGB, name: SRGB.name, exact: true, note };
}
