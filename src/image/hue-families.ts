/**
 * Where each mixer family (in the order of COLOR_NAMES) begins, degrees of CIE hab: Lab hues of half-saturated sRGB
 * colours midway between the families' HSV hues (15°, 45°, 90°, 150°, 205°, 255°, 285°, 330°).
 */
const STARTS = [350, 43, 87, 124, 160, 240, 300, 317];

const FAMILIES = Uint8Array.from({ length: 360 }, (_, degrees) => {
  const next = STARTS.findIndex((start, i) => i > 0 && degrees < start);
  if (degrees >= STARTS[0]!) return 0;
  return next < 0 ? STARTS.length - 1 : next - 1;
});

/** Index in COLOR_NAMES of the hue of a*, b*. */
export function familyOfHue(a: number, b: number): number {
  const degrees = Math.atan2(b, a) * (180 / Math.PI);
  return FAMILIES[((degrees < 0 ? degrees + 360 : degrees) | 0) % 360]!;
}
