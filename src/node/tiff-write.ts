import { concatBytes } from './bytes.ts';
import { EXIF_TAGS, subdirectory } from './exif.ts';
import { entryBytes, type TiffDirectory, type TiffView } from './tiff-tags.ts';

/** A tag to be written: values as bytes in the target's byte order, or a directory of its own. */
export interface TagValue {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly directory?: readonly TagValue[];
}

const POINTERS: readonly number[] = [
  EXIF_TAGS.exifDirectory,
  EXIF_TAGS.gpsDirectory,
  EXIF_TAGS.interopDirectory,
];
/** Bytes that turn round together, by TIFF type: a RATIONAL is two LONGs. */
const WORD_BYTES = [1, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4] as const;

/** Takes the tags of a directory and of those below it out of a file, in the byte order asked for. */
export function collectTags(tiff: TiffView, directory: TiffDirectory, littleEndian: boolean): TagValue[] {
  return directory.entries.map((entry) => {
    const { tag, type, count } = entry;
    if (POINTERS.includes(tag)) {
      return {
        tag,
        type: 4,
        count: 1,
        bytes: new Uint8Array(4),
        directory: collectTags(tiff, subdirectory(tiff, directory, tag), littleEndian),
      };
    }
    const bytes = entryBytes(tiff, entry).slice();
    if (littleEndian !== tiff.littleEndian) swapWords(bytes, WORD_BYTES[type] ?? 1);
    return { tag, type, count, bytes };
  });
}

/** Writes a directory, its values and those below it as they stand from byte `offset` (even) of a file. */
export function writeDirectory(
  tags: readonly TagValue[],
  offset: number,
  littleEndian: boolean,
  next = 0,
): Uint8Array {
  const sorted = [...tags].sort((one, other) => one.tag - other.tag);
  const chunks: Uint8Array[] = [];
  const head = new Uint8Array(2 + sorted.length * 12 + 4);
  const view = new DataView(head.buffer);
  view.setUint16(0, sorted.length, littleEndian);
  let end = offset + head.length;
  const append = (bytes: Uint8Array): number => {
    const at = end;
    const padded = bytes.length % 2 === 0 ? bytes : Uint8Array.from([...bytes, 0]);
    chunks.push(padded);
    end += padded.length;
    return at;
  };
  for (const [index, { tag, type, count, bytes, directory }] of sorted.entries()) {
    const position = 2 + index * 12;
    view.setUint16(position, tag, littleEndian);
    view.setUint16(position + 2, type, littleEndian);
    view.setUint32(position + 4, count, littleEndian);
    if (directory !== undefined)
      view.setUint32(position + 8, append(writeDirectory(directory, end, littleEndian)), littleEndian);
    else if (bytes.length <= 4) head.set(bytes, position + 8);
    else view.setUint32(position + 8, append(bytes), littleEndian);
  }
  view.setUint32(2 + sorted.length * 12, next, littleEndian);
  return concatBytes([head, ...chunks]);
}

function swapWords(bytes: Uint8Array, size: number): void {
  if (size === 1) return;
  for (let at = 0; at + size <= bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
