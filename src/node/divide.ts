import type { RowRange } from '#render/renderer.ts';
import type { OutputFormat } from './encode.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture below this is one part: handing it about would take longer than rendering it. */
const SMALL_PICTURE = 1.5e6;
/**
 * Pixels of a segment, about, in a large picture: what is encoded at once. Larger ones cost a little less time, but more
 * memory: encoders' buffers of many megabytes, once let go, stay with the allocator. A TIFF's are much larger.
 */
const SEGMENT_PIXELS = { jpeg: 1e6, png: 5e5, tiff: 2e5 } as const;
/** Segments of a smaller picture, so that its parts can be of one size. */
const SEGMENTS = 12;
/** Rows of a segment at most: it is a strip of a TIFF. */
const SEGMENT_ROWS = 4096;
/** A JPEG is coded in blocks of 16 rows (4:2:0). */
const BLOCK_ROWS = 16;

/** How a picture is divided. It depends on the picture, the settings and the format alone, so that any number of workers agrees. */
export interface Division {
  /** Rows of a segment, a multiple of 16; the last one has what is left. */
  readonly segmentRows: number;
  /** A part begins at a multiple of this many rows, which is a whole number of segments. */
  readonly unit: number;
}

/** @param unit rows that settings demand parts to begin at multiples of (see `needsOf`) */
export function divisionOf({ width, height }: Size, unit: number, format: OutputFormat): Division {
  const whole = leastCommonMultiple(unit, BLOCK_ROWS);
  const most = Math.min(SEGMENT_PIXELS[format], (width * height) / SEGMENTS);
  if (width * height < SMALL_PICTURE) {
    const segmentRows = Math.min(SEGMENT_ROWS, upTo(height, BLOCK_ROWS));
    return { segmentRows, unit: upTo(height, segmentRows) };
  }
  if (whole >= height) {
    const rows = upTo(height, BLOCK_ROWS);
    return { segmentRows: dividing(rows, width, most), unit: rows };
  }
  if (whole * width > most || whole > SEGMENT_ROWS)
    return { segmentRows: dividing(whole, width, most), unit: whole };
  const segmentRows = whole * Math.floor(Math.min(most / width, SEGMENT_ROWS) / whole);
  return { segmentRows, unit: segmentRows };
}

/** The next multiple of `step`. */
function upTo(value: number, step: number): number {
  return step * Math.ceil(value / step);
}

/** The largest multiple of 16 that divides `rows` and makes a segment of no more than `most` pixels, or 16. */
function dividing(rows: number, width: number, most: number): number {
  for (let count = 1; count < rows / BLOCK_ROWS; count++) {
    const each = rows / count;
    if (each % BLOCK_ROWS === 0 && each <= SEGMENT_ROWS && each * width <= most) return each;
  }
  return BLOCK_ROWS;
}

/**
 * The rows of each part, which begin at multiples of `unit`; parts may be empty.
 *
 * @param lead time that a row costs every part that ends below it (a JPEG's rows are decoded from the top), per time that
 *   it costs the one part that renders it: parts further up get more rows, so that all end together
 */
export function divideRows(height: number, unit: number, parts: number, lead = 0): RowRange[] {
  // Part i ends at b(i), and lead · b(i) + b(i) − b(i − 1) is the same for all.
  const shares = [0];
  for (let part = 0; part < parts; part++) shares.push((1 + shares[part]!) / (lead + 1));
  const bounds = shares.map((share, part) =>
    part === parts ? height : Math.min(height, unit * Math.round((share / shares[parts]!) * (height / unit))),
  );
  return bounds.slice(1).map((end, part) => ({ top: bounds[part]!, rows: end - bounds[part]! }));
}

/** The rows from the first to the last of some ranges. */
export function hullOf(ranges: readonly RowRange[]): RowRange {
  const filled = ranges.filter(({ rows }) => rows > 0);
  if (filled.length === 0) return { top: 0, rows: 0 };
  const top = Math.min(...filled.map((range) => range.top));
  return { top, rows: Math.max(...filled.map((range) => range.top + range.rows)) - top };
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
