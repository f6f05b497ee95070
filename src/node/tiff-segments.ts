import { concatBytes } from './bytes.ts';
import type { FileMetadata } from './file-metadata.ts';
import { withMetadata } from './tiff-metadata.ts';
import { entryNumber, findEntry, openTiff, readDirectory, type TiffView } from './tiff-tags.ts';
import { collectTags, type TagValue, writeDirectory } from './tiff-write.ts';

/*
 * The strips of a TIFF are compressed each for itself (TIFF 6.0, section 3): those of segments that were encoded as files
 * of their own are joined by one directory that tells where they lie.
 */

const IMAGE_LENGTH = 257;
const STRIP_OFFSETS = 273;
const ROWS_PER_STRIP = 278;
const STRIP_BYTE_COUNTS = 279;
const LONG = 4;
const HEADER_BYTES = 8;

export interface JoinedTiff {
  readonly height: number;
  readonly stripRows: number;
  /** Bytes of each strip, from the top. */
  readonly byteCounts: readonly number[];
  readonly metadata: FileMetadata;
}

/** The one strip of a file that has no other. */
export function stripOf(file: Uint8Array): Uint8Array {
  const tiff = openForReading(file);
  const directory = readDirectory(tiff, tiff.first);
  const offset = entryNumber(tiff, findEntry(directory, STRIP_OFFSETS));
  const bytes = entryNumber(tiff, findEntry(directory, STRIP_BYTE_COUNTS));
  if (offset === undefined || bytes === undefined) throw new SyntaxError('TIFF without a strip');
  return file.subarray(offset, offset + bytes);
}

/** Header and directory of the joined file, from that of its first segment; the strips follow in their order. */
export function joinedTiffHead(
  first: Uint8Array,
  { height, stripRows, byteCounts, metadata }: JoinedTiff,
): Uint8Array {
  const tiff = openForReading(first);
  const { littleEndian } = tiff;
  const longs = (tag: number, values: readonly number[]): TagValue => {
    const bytes = new Uint8Array(values.length * 4);
    const view = new DataView(bytes.buffer);
    for (const [index, value] of values.entries()) view.setUint32(index * 4, value, littleEndian);
    return { tag, type: LONG, count: values.length, bytes };
  };
  const own = collectTags(tiff, readDirectory(tiff, tiff.first), littleEndian);
  const directoryWith = (offsets: readonly number[]) => {
    const joined = [
      longs(IMAGE_LENGTH, [height]),
      longs(STRIP_OFFSETS, offsets),
      longs(ROWS_PER_STRIP, [stripRows]),
      longs(STRIP_BYTE_COUNTS, byteCounts),
    ];
    const replaced = new Set(joined.map(({ tag }) => tag));
    const tags = [...own.filter(({ tag }) => !replaced.has(tag)), ...joined];
    return writeDirectory(withMetadata(tags, metadata, littleEndian), HEADER_BYTES, littleEndian);
  };
  // Its length does not depend on what the offsets are.
  let end = HEADER_BYTES + directoryWith(byteCounts).length;
  const offsets = byteCounts.map((bytes) => {
    const offset = end;
    end += bytes;
    return offset;
  });
  const header = first.slice(0, HEADER_BYTES);
  new DataView(header.buffer).setUint32(4, HEADER_BYTES, littleEndian);
  return concatBytes([header, directoryWith(offsets)]);
}

function openForReading(file: Uint8Array): TiffView {
  const tiff = openTiff(file);
  if (tiff === undefined) throw new SyntaxError('Not a TIFF');
  return tiff;
}
