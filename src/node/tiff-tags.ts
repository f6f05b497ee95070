/** One entry of a TIFF directory (EXIF uses the same structure). `position` is where its 12 bytes stand. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly position: number;
  /** Where the value's bytes stand: inside the entry when they fit into four. */
  readonly valueAt: number;
  readonly byteLength: number;
}

export interface TiffDirectory {
  readonly entries: readonly TiffEntry[];
  /** Offset of the next directory, 0 for none. */
  readonly next: number;
  /** Where the field with `next` stands. */
  readonly nextAt: number;
}

export interface TiffView {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly littleEndian: boolean;
  readonly first: number;
}

/** Bytes per value of the TIFF 6.0 types 1…12 (index = type) and 13, IFD. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;

/** Opens a classic TIFF structure; undefined when the header is not one. */
export function openTiff(bytes: Uint8Array): TiffView | undefined {
  if (bytes.length < 14) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const littleEndian = order === 0x4949;
  // RW2 and ORF use other numbers than 42 for the same structure; they are told apart before this.
  if (view.getUint16(2, littleEndian) !== 42) return undefined;
  return { bytes, view, littleEndian, first: view.getUint32(4, littleEndian) };
}

/** Reads the directory at `offset`; entries that point outside the bytes are left out. */
export function readDirectory(tiff: TiffView, offset: number): TiffDirectory {
  const { view, littleEndian, bytes } = tiff;
  const none = { entries: [], next: 0, nextAt: 0 };
  if (offset < 8 || offset + 2 > bytes.length) return none;
  const count = view.getUint16(offset, littleEndian);
  const nextAt = offset + 2 + count * 12;
  if (nextAt > bytes.length) return none;
  const entries: TiffEntry[] = [];
  for (let index = 0; index < count; index++) {
    const position = offset + 2 + index * 12;
    const type = view.getUint16(position + 2, littleEndian);
    const values = view.getUint32(position + 4, littleEndian);
    const byteLength = (TYPE_BYTES[type] ?? 0) * values;
    const valueAt = byteLength <= 4 ? position + 8 : view.getUint32(position + 8, littleEndian);
    if (byteLength === 0 || valueAt + byteLength > bytes.length) continue;
    entries.push({
      tag: view.getUint16(position, littleEndian),
      type,
      count: values,
      position,
      valueAt,
      byteLength,
    });
  }
  const hasNext = nextAt + 4 <= bytes.length;
  return { entries, next: hasNext ? view.getUint32(nextAt, littleEndian) : 0, nextAt: hasNext ? nextAt : 0 };
}

/** First value of a SHORT, LONG or IFD entry; undefined for other types or a missing entry. */
export function entryNumber(tiff: TiffView, entry: TiffEntry | undefined): number | undefined {
  if (entry === undefined) return undefined;
  if (entry.type === 3) return tiff.view.getUint16(entry.valueAt, tiff.littleEndian);
  if (entry.type === 4 || entry.type === 13) return tiff.view.getUint32(entry.valueAt, tiff.littleEndian);
  return undefined;
}

/** The bytes of an entry's values, in the file's byte order. */
export function entryBytes(tiff: TiffView, entry: TiffEntry): Uint8Array {
  return tiff.bytes.subarray(entry.valueAt, entry.valueAt + entry.byteLength);
}

export function findEntry(directory: TiffDirectory, tag: number): TiffEntry | undefined {
  return directory.entries.find((entry) => entry.tag === tag);
}
