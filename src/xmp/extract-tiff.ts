/** Bytes of tag 700 (XMP) of the first directory of a TIFF or DNG; undefined when there is none. */
export function extractFromTiff(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  if (bytes.length < 8) return undefined;
  const directory = view.getUint32(4, little);
  if (directory + 2 > bytes.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > bytes.length) return undefined;
    if (view.getUint16(entry, little) !== 700) continue;
    const length = view.getUint32(entry + 4, little);
    const start = view.getUint32(entry + 8, little);
    return length > 4 && start + length <= bytes.length ? bytes.subarray(start, start + length) : undefined;
  }
  return undefined;
}

export function isTiff(bytes: Uint8Array): boolean {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  return mark === 'II*\0' || mark === 'MM\0*';
}
