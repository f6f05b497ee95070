/**
 * A version 2 RGB profile made of a table (ICC.1:2001-04, `mft1`): black to white is grey as usual, but pure red means
 * a green (L* 60, a* −35, b* 30). Whoever reads it by anything else than its table is caught.
 */
export function tableProfile(): Uint8Array {
  const corners = Array.from({ length: 8 }, (_, corner) => {
    const isRed = corner === 4; // red varies slowest: 4 2 1
    const lightness = (100 * [4, 2, 1].filter((bit) => (corner & bit) !== 0).length) / 3;
    return isRed ? [60, -35, 30] : [lightness, 0, 0];
  });
  const ramp = Array.from({ length: 256 }, (_, value) => value);
  const one = [0, 1, 0, 0];
  const zero = [0, 0, 0, 0];
  const table = [
    ...text('mft1'),
    ...zero,
    3,
    3,
    2,
    0,
    ...one,
    ...zero,
    ...zero,
    ...zero,
    ...one,
    ...zero,
    ...zero,
    ...zero,
    ...one,
    ...ramp,
    ...ramp,
    ...ramp,
    ...corners.flatMap(([lightness, a, b]) => [Math.round(lightness! * 2.55), a! + 128, b! + 128]),
    ...ramp,
    ...ramp,
    ...ramp,
  ];
  const start = 128 + 4 + 12;
  const bytes = new Uint8Array(start + table.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length);
  view.setUint32(8, 0x02400000);
  bytes.set(text('scnrRGB Lab '), 12);
  bytes.set(text('acsp'), 36);
  for (const [index, value] of [0.9642, 1, 0.8249].entries())
    view.setInt32(68 + index * 4, Math.round(value * 65536));
  view.setUint32(128, 1);
  bytes.set(text('A2B0'), 132);
  view.setUint32(136, start);
  view.setUint32(140, table.length);
  bytes.set(table, start);
  return bytes;
}

function text(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}
