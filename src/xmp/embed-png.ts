import { RetouchError } from '#wire/error.ts';
import { joinBytes } from './embed-jpeg.ts';
import { encodeUtf8 } from './text.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = encodeUtf8('XML:com.adobe.xmp\0');
/** Not compressed, no language, no translated keyword. */
const PLAIN = new Uint8Array(4);

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** CRC-32 as PNG defines it (ISO 3309), bit by bit: packets are small. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function bigEndian(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

/** Chunks up to and including the first of the picture data. @throws RetouchError `bad-photo` when cut off */
function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 8; start + 12 <= bytes.length; ) {
    const body = start + 8;
    const end = body + view.getUint32(start) + 4;
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(start + 4, body));
    chunks.push({ type, start, body, end });
    if (type === 'IEND') return chunks;
    start = end;
  }
  throw new RetouchError('bad-photo', 'The PNG is damaged: it is cut off');
}

function isXmp(bytes: Uint8Array, { type, body }: Chunk): boolean {
  return type === 'iTXt' && KEYWORD.every((byte, index) => bytes[body + index] === byte);
}

/** Text of the XMP chunk; undefined when there is none, or when it is compressed (which Adobe's programs never do). */
export function extractFromPng(bytes: Uint8Array): Uint8Array | undefined {
  const chunk = chunksOf(bytes).find((one) => isXmp(bytes, one));
  if (chunk === undefined || bytes[chunk.body + KEYWORD.length] !== 0) return undefined;
  // Behind flag and method: language and translated keyword, each closed by a zero.
  const languageEnd = bytes.indexOf(0, chunk.body + KEYWORD.length + 2);
  const keywordEnd = bytes.indexOf(0, languageEnd + 1);
  if (languageEnd < 0 || keywordEnd < 0 || keywordEnd >= chunk.end - 4) return undefined;
  return bytes.subarray(keywordEnd + 1, chunk.end - 4);
}

/** Puts the packet in the place of the one that is there, or before the picture data. Other chunks stay as they are. */
export function embedInPng(bytes: Uint8Array, packet: Uint8Array): Uint8Array {
  const chunks = chunksOf(bytes);
  const old = chunks.filter((chunk) => isXmp(bytes, chunk));
  const place =
    (old[0] ?? chunks.find((chunk) => chunk.type === 'IDAT') ?? chunks.at(-1))?.start ?? bytes.length;
  const content = joinBytes([encodeUtf8('iTXt'), KEYWORD, PLAIN, packet]);
  const parts = [bytes.subarray(0, place), bigEndian(content.length - 4), content, bigEndian(crc32(content))];
  let at = place;
  for (const { start, end } of old) {
    parts.push(bytes.subarray(at, start));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return joinBytes(parts);
}
