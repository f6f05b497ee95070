import type { RgbSpace } from '#color/space.ts';
import type { Steps } from '#image/steps.ts';
import type { RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { encodeUtf8 } from '#xmp/text.ts';
import type { Descriptor } from '../host/photoshop.ts';
import { encodeBase64 } from '../text/base64.ts';
import { bakeColorTable } from './color-table.ts';
import { cubeText } from './cube.ts';
import { deviceLink } from './device-link.ts';

/** A Color Lookup adjustment layer in two commands, to be played one after the other. */
export interface ColorLookup {
  /** Adds the layer above the active one; it becomes active. A selection becomes its mask. */
  readonly make: Descriptor;
  /** Gives the active adjustment layer its table. */
  readonly fill: Descriptor;
  /** The table as a file, for the person to keep. */
  readonly cube: string;
}

/**
 * Evidence: public plug-ins ship this form (Photoshop's own recorded "Load 3D LUT" wraps bytes as base64 likewise),
 * but nobody published a measurement of the pixels. The self-test asks the host.
 *
 * @param name of the layer and its table
 * @throws RetouchError `bad-settings` for what is not in reach of a table (see `spatialParts`)
 */
export function* colorLookup(
  settings: Settings,
  photo: RenderSource,
  space: RgbSpace,
  name: string,
): Steps<ColorLookup> {
  const table = yield* bakeColorTable(settings, photo, space);
  const profile = yield* deviceLink(table, name);
  const cube = yield* cubeText(table, name);
  yield;
  const file = `${name}.cube`;
  const fill: Descriptor = {
    _obj: 'set',
    _target: [{ _ref: 'adjustmentLayer', _enum: 'ordinal', _value: 'targetEnum' }],
    to: {
      _obj: 'colorLookup',
      lookupType: { _enum: 'colorLookupType', _value: '3DLUT' },
      name: file,
      dither: true,
      profile: raw(profile),
      LUTFormat: { _enum: 'LUTFormatType', _value: 'LUTFormatCUBE' },
      dataOrder: { _enum: 'colorLookupOrder', _value: 'rgbOrder' },
      tableOrder: { _enum: 'colorLookupOrder', _value: 'bgrOrder' },
      LUT3DFileData: raw(encodeUtf8(cube)),
      LUT3DFileName: file,
    },
  };
  return { make: makeColorLookup(name), fill, cube };
}

function makeColorLookup(name: string): Descriptor {
  return {
    _obj: 'make',
    _target: [{ _ref: 'adjustmentLayer' }],
    using: { _obj: 'adjustmentLayer', name, type: { _obj: 'colorLookup' } },
  };
}

function raw(bytes: Uint8Array): Descriptor {
  return { _rawData: 'base64', _data: encodeBase64(bytes) };
}
