import { assembleProfile, tag, textTag } from '#color/icc-file.ts';
import type { Steps } from '#image/steps.ts';
import type { ColorTable } from '#render/table/color-table.ts';

/** Head of a `mft2` element, before its tables (ICC.1:2010 §10.10). */
const HEAD = 52;
/** Two entries for each of three channels, 0 and 1: no curve. */
const CURVES = 3 * 2 * 2;

/**
 * A table from RGB to RGB as an ICC device link. Photoshop renders a Color Lookup layer from such a profile; the text
 * of the table beside it is kept, but not what is applied (found by two public plug-ins independently).
 */
export function* deviceLink(table: ColorTable, name: string): Steps<Uint8Array> {
  const { size, data } = table;
  const { bytes, view } = tag('mft2', HEAD + CURVES + data.length * 2 + CURVES);
  bytes.set([3, 3, size], 8);
  // The unit matrix; it counts for XYZ only, but has to be there.
  for (const at of [12, 28, 44]) view.setInt32(at, 0x10000);
  view.setUint16(48, 2);
  view.setUint16(50, 2);
  const samples = HEAD + CURVES;
  for (let channel = 0; channel < 3; channel++) {
    view.setUint16(HEAD + channel * 4 + 2, 0xffff);
    view.setUint16(samples + data.length * 2 + channel * 4 + 2, 0xffff);
  }
  // Red varies least rapidly, as in the table.
  const slice = size * size * 3;
  for (let from = 0; from < data.length; from += slice) {
    for (let i = from; i < from + slice; i++)
      view.setUint16(samples + i * 2, Math.round(Math.min(1, Math.max(0, data[i]!)) * 0xffff));
    yield;
  }
  return assembleProfile('link', 'RGB ', [
    ['desc', textTag(name)],
    ['cprt', textTag('No copyright, use freely')],
    ['pseq', tag('pseq', 12).bytes],
    ['A2B0', bytes],
  ]);
}
