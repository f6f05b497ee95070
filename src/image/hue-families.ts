/**
 * Where each mixer family (in the order of COLOR_NAMES) begins, degrees of CIE hab: Lab hues of half-saturated sRGB
 * colours midway between the families' HSV hues (15°, 45°, 90°, 150°, 205°, 255°, 285°, 330°).
 */
const STARTS = [350, 43, 87, 124, 160, 240, 300, 317];

/** Steps of the table per quarter turn. */
const STEPS = 512;

const FAMILIES = new Uint8Array(4 * STEPS + 1);
for (let tenth = 0; tenth < 3600; tenth++) {
  const angle = (tenth * Math.PI) / 1800;
  FAMILIES[position(Math.cos(angle), Math.sin(angle))] = familyOfDegrees(tenth / 10);
}

/** Index in COLOR_NAMES of the hue of a*, b*. */
export function familyOfHue(a: number, b: number): number {
  return FAMILIES[position(a, b)]!;
}

/** Rises with the angle like atan2 but is only a division: this is asked for every pixel. */
function position(a: number, b: number): number {
  const size = Math.abs(a) + Math.abs(b);
  if (size === 0) return 0;
  const along = b / size;
  return ((a < 0 ? 2 - along : b < 0 ? 4 + along : along) * STEPS) | 0;
}

function familyOfDegrees(degrees: number): number {
  if (degrees >= STARTS[0]!) return 0;
  const next = STARTS.findIndex((start, i) => i > 0 && degrees < start);
  return next < 0 ? STARTS.length - 1 : next - 1;
}
