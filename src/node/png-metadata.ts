import { crc32, deflateSync } from 'node:zlib';
import { concatBytes } from './bytes.ts';
import type { FileMetadata } from './file-metadata.ts';

/** The signature and IHDR, which has to stay first. */
const HEAD_BYTES = 8 + 25;

/** Puts the profile (iCCP), EXIF (eXIf) and XMP (iTXt) right behind the header: before the pixels, as iCCP has to be. */
export function insertPngMetadata(png: Uint8Array, metadata: FileMetadata): Uint8Array {
  const parts: Uint8Array[] = [];
  // Keyword, its end, compression method 0 (deflate).
  if (metadata.icc !== undefined)
    parts.push(chunk('iCCP', concatBytes([bytesOf('ICC profile\0\0'), deflateSync(metadata.icc)])));
  if (metadata.exif !== undefined) parts.push(chunk('eXIf', metadata.exif));
  // Keyword, its end, not compressed, method, no language, no translated keyword.
  if (metadata.xmp !== undefined)
    parts.push(chunk('iTXt', bytesOf(`XML:com.adobe.xmp\0\0\0\0\0${metadata.xmp}`)));
  return concatBytes([png.subarray(0, HEAD_BYTES), ...parts, png.subarray(HEAD_BYTES)]);
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const typed = concatBytes([bytesOf(type), body]);
  return concatBytes([bigEndian(body.length), typed, bigEndian(crc32(typed))]);
}

function bigEndian(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
