import { concatBytes } from './bytes.ts';

/*
 * A JPEG can be coded in segments that are independent of each other: with restart markers (ITU-T T.81, E.1.4) the
 * coder begins anew after a fixed number of blocks, as it does at the beginning of a file. Segments that were encoded as
 * files of their own, with the same tables, are therefore joined by their headers' height and the markers alone.
 */

const SOF0 = 0xc0;
const SOS = 0xda;
const DRI = 0xdd;
const RST0 = 0xd0;
const EOI = Uint8Array.of(0xff, 0xd9);

/** Pixels of a block's edge at 4:2:0. */
const MCU = 16;

export interface JpegSize {
  readonly width: number;
  readonly height: number;
}

/** The head of the joined file, from that of its first segment: the whole height, and how often it restarts. */
export function joinedHead(first: Uint8Array, { width, height }: JpegSize, segmentRows: number): Uint8Array {
  const head = first.slice(0, scanStart(first));
  const frame = findSegment(head, SOF0);
  head[frame + 5] = height >> 8;
  head[frame + 6] = height & 255;
  if (height <= segmentRows) return head;
  const interval = Math.ceil(width / MCU) * (segmentRows / MCU);
  const restart = Uint8Array.of(0xff, DRI, 0, 4, interval >> 8, interval & 255);
  const scan = findSegment(head, SOS);
  return concatBytes([head.subarray(0, scan), restart, head.subarray(scan)]);
}

/** What stands between the header of the scan and the end of the image. */
export function scanOf(jpeg: Uint8Array): Uint8Array {
  const end = jpeg.length - EOI.length;
  if (jpeg[end] !== EOI[0] || jpeg[end + 1] !== EOI[1]) throw new SyntaxError('JPEG without an end');
  return jpeg.subarray(scanStart(jpeg), end);
}

/**
 * What follows after the scan of segment `index`, counted from 0.
 *
 * @param isLast whether it ends the picture
 */
export function afterScan(index: number, isLast: boolean): Uint8Array {
  return isLast ? EOI : Uint8Array.of(0xff, RST0 + (index % 8));
}

function scanStart(jpeg: Uint8Array): number {
  const scan = findSegment(jpeg, SOS);
  return scan + 2 + jpeg[scan + 2]! * 256 + jpeg[scan + 3]!;
}

/** Where a marker segment begins: its marker. @throws SyntaxError when there is none before the scan's data */
function findSegment(jpeg: Uint8Array, marker: number): number {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    if (jpeg[at + 1] === marker) return at;
    if (jpeg[at + 1] === SOS) break;
    at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!;
  }
  throw new SyntaxError(`JPEG without marker ${marker.toString(16)}`);
}
