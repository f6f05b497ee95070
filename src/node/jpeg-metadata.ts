import { concatBytes } from './bytes.ts';
import type { FileMetadata } from './file-metadata.ts';

/** Bytes a marker segment can hold after its two length bytes. */
const SEGMENT_BYTES = 65_533;
const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';
/** `ICC_PROFILE\0`, chunk number, chunk count (ICC.1 annex B.4). */
const ICC_CHUNK_BYTES = SEGMENT_BYTES - 14;

/** Puts EXIF (APP1), XMP (APP1) and the profile (APP2) behind the JFIF header. What does not fit a segment is left out. */
export function insertJpegMetadata(jpeg: Uint8Array, metadata: FileMetadata): Uint8Array {
  const parts: Uint8Array[] = [];
  if (metadata.exif !== undefined) parts.push(...segment(0xe1, latin1('Exif\0\0'), metadata.exif));
  if (metadata.xmp !== undefined)
    parts.push(...segment(0xe1, latin1(XMP_HEADER), new TextEncoder().encode(metadata.xmp)));
  if (metadata.icc !== undefined) parts.push(...iccSegments(metadata.icc));
  const afterJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + jpeg[4]! * 256 + jpeg[5]! : 2;
  return concatBytes([jpeg.subarray(0, afterJfif), ...parts, jpeg.subarray(afterJfif)]);
}

function iccSegments(icc: Uint8Array): Uint8Array[] {
  const count = Math.ceil(icc.length / ICC_CHUNK_BYTES);
  if (count > 255) return [];
  return Array.from({ length: count }, (_, index) => {
    const header = concatBytes([latin1('ICC_PROFILE\0'), Uint8Array.of(index + 1, count)]);
    return segment(0xe2, header, icc.subarray(index * ICC_CHUNK_BYTES, (index + 1) * ICC_CHUNK_BYTES));
  }).flat();
}

function segment(marker: number, header: Uint8Array, body: Uint8Array): Uint8Array[] {
  const length = header.length + body.length + 2;
  if (length > SEGMENT_BYTES + 2) return [];
  return [Uint8Array.of(0xff, marker, length >> 8, length & 255), header, body];
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
