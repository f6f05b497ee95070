import { concatBytes } from './bytes.ts';
import type { FileMetadata } from './file-metadata.ts';
import { DESCRIPTIVE_TAGS } from './read-exif.ts';
import { openTiff, readDirectory } from './tiff-tags.ts';
import { collectTags, type TagValue, writeDirectory } from './tiff-write.ts';

const XMP_TAG = 700;
const ICC_TAG = 34675;
const UNDEFINED = 7;
const BYTE = 1;

/** Gives a TIFF file a new first directory at its end: the old entries, the profile, the XMP and the EXIF tags. */
export function insertTiffMetadata(file: Uint8Array, metadata: FileMetadata): Uint8Array {
  const tiff = openTiff(file);
  if (tiff === undefined) return file;
  const old = readDirectory(tiff, tiff.first);
  const kept: TagValue[] = old.entries.map(({ tag, type, count, position }) => ({
    tag,
    type,
    count,
    bytes: file.subarray(position + 8, position + 12), // value or offset: nothing before the end moves
  }));
  const tags = withMetadata(kept, metadata, tiff.littleEndian);
  const padding = new Uint8Array(file.length % 2);
  const offset = file.length + padding.length;
  const result = concatBytes([file, padding, writeDirectory(tags, offset, tiff.littleEndian)]);
  new DataView(result.buffer).setUint32(4, offset, tiff.littleEndian);
  return result;
}

/** The tags of a first directory, with the profile, the XMP and the EXIF tags. */
export function withMetadata(
  tags: readonly TagValue[],
  metadata: FileMetadata,
  littleEndian: boolean,
): TagValue[] {
  const added: TagValue[] = [];
  if (metadata.icc !== undefined)
    added.push({ tag: ICC_TAG, type: UNDEFINED, count: metadata.icc.length, bytes: metadata.icc });
  if (metadata.xmp !== undefined) {
    const bytes = new TextEncoder().encode(metadata.xmp);
    added.push({ tag: XMP_TAG, type: BYTE, count: bytes.length, bytes });
  }
  const source = metadata.exif === undefined ? undefined : openTiff(metadata.exif);
  if (source !== undefined) {
    const found = collectTags(source, readDirectory(source, source.first), littleEndian);
    added.push(...found.filter(({ tag }) => DESCRIPTIVE_TAGS.includes(tag)));
  }
  const replaced = new Set(added.map(({ tag }) => tag));
  return [...tags.filter(({ tag }) => !replaced.has(tag)), ...added];
}
