import type { RgbSpace } from './space.ts';
import { ADOBE_RGB, PROPHOTO } from './spaces.ts';
import { PCS_WHITE } from './white.ts';

const HEADER_SIZE = 128;

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
  const tags: readonly (readonly [name: string, body: Uint8Array])[] = [
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
  return assemble(tags);
}

function parametersOf(space: RgbSpace): { type: number; values: number[] } {
  if (space.name === ADOBE_RGB.name) return ADOBE_RGB_PARAMETERS;
  if (space.name === PROPHOTO.name) return PROPHOTO_PARAMETERS;
  return SRGB_PARAMETERS;
}

function assemble(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  // Tags that share a body (the three curves) share its place in the file.
  const places = new Map<Uint8Array, number>();
  let end = HEADER_SIZE + 4 + tags.length * 12;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, end);
    end += Math.ceil(body.length / 4) * 4;
  }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  writeHeader(view);
  view.setUint32(HEADER_SIZE, tags.length);
  tags.forEach(([name, body], i) => {
    const entry = HEADER_SIZE + 4 + i * 12;
    const place = places.get(body)!;
    setSignature(view, entry, name);
    view.setUint32(entry + 4, place);
    view.setUint32(entry + 8, body.length);
    bytes.set(body, place);
  });
  return bytes;
}

/** ICC.1 §7.2; the date is fixed so that the same space always gives the same bytes. */
function writeHeader(view: DataView): void {
  view.setUint32(0, view.byteLength);
  view.setUint32(8, 0x04300000); // version 4.3
  setSignature(view, 12, 'mntr');
  setSignature(view, 16, 'RGB ');
  setSignature(view, 20, 'XYZ ');
  view.setUint16(24, 2025);
  view.setUint16(26, 1);
  view.setUint16(28, 1);
  setSignature(view, 36, 'acsp');
  setFixed(view, 68, PCS_WHITE);
}

function textTag(text: string): Uint8Array {
  const { bytes, view } = tag('mluc', 28 + text.length * 2);
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  setSignature(view, 16, 'enUS');
  view.setUint32(20, text.length * 2);
  view.setUint32(24, 28);
  for (let i = 0; i < text.length; i++) view.setUint16(28 + i * 2, text.charCodeAt(i));
  return bytes;
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

function tag(type: string, size: number): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  setSignature(view, 0, type);
  return { bytes, view };
}

function setSignature(view: DataView, offset: number, text: string): void {
  for (let i = 0; i < 4; i++) view.setUint8(offset + i, text.charCodeAt(i));
}

/** Numbers as s15Fixed16Number. */
function setFixed(view: DataView, offset: number, values: readonly number[]): void {
  for (const [i, value] of values.entries()) view.setInt32(offset + i * 4, Math.round(value * 65536));
}
