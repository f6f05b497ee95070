import { RetouchError } from '#wire/error.ts';
import { encodeUtf8 } from './text.ts';

const HEADER = encodeUtf8('http://ns.adobe.com/xap/1.0/\0');
const EXIF = encodeUtf8('Exif\0');
/** A segment's length is 16 bits and counts itself. */
const MOST = 0xffff - 2 - HEADER.length;

interface Segment {
  readonly marker: number;
  /** Of the 0xFF before the marker. */
  readonly start: number;
  /** Of what follows the length. */
  readonly body: number;
  readonly end: number;
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Segments between start of image and the first scan. @throws RetouchError `bad-photo` when the file is cut off */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    const start = at;
    // Any number of 0xFF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) {
      throw new RetouchError('bad-photo', 'The JPEG is damaged: a marker is missing in its header');
    }
    if (marker === 0xda || marker === 0xd9) return segments;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      throw new RetouchError('bad-photo', 'The JPEG is damaged: its header is cut off');
    }
    segments.push({ marker, start, body: at + 4, end });
    at = end;
  }
}

function startsWith(bytes: Uint8Array, at: number, end: number, prefix: Uint8Array): boolean {
  return end - at >= prefix.length && prefix.every((byte, index) => bytes[at + index] === byte);
}

function isXmp(bytes: Uint8Array, { marker, body, end }: Segment): boolean {
  return marker === 0xe1 && startsWith(bytes, body, end, HEADER);
}

export function extractFromJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const found = segmentsOf(bytes).find((segment) => isXmp(bytes, segment));
  return found === undefined ? undefined : bytes.subarray(found.body + HEADER.length, found.end);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Puts the packet in the place of the one that is there, or behind JFIF and Exif. Everything else stays byte for byte. */
export function embedInJpeg(bytes: Uint8Array, packet: Uint8Array): Uint8Array {
  if (packet.length > MOST) {
    throw new RetouchError(
      'too-large',
      `The settings take ${packet.length} bytes and a JPEG holds ${MOST}: use fewer masks, or save a preset`,
    );
  }
  const segments = segmentsOf(bytes);
  const leads = (segment: Segment) =>
    segment.marker === 0xe0 ||
    (segment.marker === 0xe1 && startsWith(bytes, segment.body, segment.end, EXIF));
  const old = segments.filter((segment) => isXmp(bytes, segment));
  const leading = segments.slice(
    0,
    Math.max(
      0,
      segments.findIndex((segment) => !leads(segment)),
    ),
  );
  const place = old[0]?.start ?? leading.at(-1)?.end ?? 2;
  const length = packet.length + HEADER.length + 2;
  const segment = joinBytes([new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff]), HEADER, packet]);
  const parts = [bytes.subarray(0, place), segment];
  let at = place;
  for (const { start, end } of old) {
    parts.push(bytes.subarray(at, start));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return joinBytes(parts);
}
