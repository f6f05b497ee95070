import { PCS_WHITE } from './white.ts';

/** Putting ICC profiles together (ICC.1:2010, version 4.3). */
export type IccTags = readonly (readonly [name: string, body: Uint8Array])[];

const HEADER_SIZE = 128;

/**
 * A profile file. The date is fixed so that the same tags always give the same bytes.
 *
 * @param kind device class: `mntr` (monitor) or `link` (from device to device)
 * @param connection colour space of the other side: `XYZ ` for profiles, that of the second device for links
 */
export function assembleProfile(
  kind: 'mntr' | 'link',
  connection: 'XYZ ' | 'RGB ',
  tags: IccTags,
): Uint8Array {
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
  writeHeader(view, kind, connection);
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

/** ICC.1 §7.2. */
function writeHeader(view: DataView, kind: string, connection: string): void {
  view.setUint32(0, view.byteLength);
  view.setUint32(8, 0x04300000); // version 4.3
  setSignature(view, 12, kind);
  setSignature(view, 16, 'RGB ');
  setSignature(view, 20, connection);
  view.setUint16(24, 2025);
  view.setUint16(26, 1);
  view.setUint16(28, 1);
  setSignature(view, 36, 'acsp');
  setFixed(view, 68, PCS_WHITE);
}

/** Text in one language, English. */
export function textTag(text: string): Uint8Array {
  const { bytes, view } = tag('mluc', 28 + text.length * 2);
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  setSignature(view, 16, 'enUS');
  view.setUint32(20, text.length * 2);
  view.setUint32(24, 28);
  for (let i = 0; i < text.length; i++) view.setUint16(28 + i * 2, text.charCodeAt(i));
  return bytes;
}

/** An empty element with its type's signature. */
export function tag(type: string, size: number): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  setSignature(view, 0, type);
  return { bytes, view };
}

export function setSignature(view: DataView, offset: number, text: string): void {
  for (let i = 0; i < 4; i++) view.setUint8(offset + i, text.charCodeAt(i));
}

/** Numbers as s15Fixed16Number. */
export function setFixed(view: DataView, offset: number, values: readonly number[]): void {
  for (const [i, value] of values.entries()) view.setInt32(offset + i * 4, Math.round(value * 65536));
}
