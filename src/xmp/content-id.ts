/** 32-bit hash with good spread of nearby inputs (FNV-1a with a final mix). */
function hash(text: string, seed: number): number {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  return (state ^ (state >>> 16)) >>> 0;
}

/**
 * An identifier of 32 upper-case hex digits for a content: equal content, equal identifier. Not for security; it
 * takes the place of the random ones that Camera Raw makes, so that the same edit is the same bytes.
 */
export function contentId(text: string): string {
  return [0x1f, 0x2e3d, 0x4c5b6a, 0x79885970]
    .map((seed) => hash(text, seed).toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase();
}
