/** The bytes of a profile's tag (ICC.1:2022 §7.3: a count, then signature, offset and size each); undefined when not all there. */
export function iccTag(profile: Uint8Array, name: string): DataView | undefined {
  if (profile.length < 132) return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const tags = Math.min(view.getUint32(128), Math.floor((profile.length - 132) / 12));
  for (let position = 132; position < 132 + tags * 12; position += 12) {
    if (String.fromCharCode(...profile.subarray(position, position + 4)) !== name) continue;
    const [offset, size] = [view.getUint32(position + 4), view.getUint32(position + 8)];
    return offset + size <= profile.length
      ? new DataView(profile.buffer, profile.byteOffset + offset, size)
      : undefined;
  }
  return undefined;
}
