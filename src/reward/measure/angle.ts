/** CIE hue angle of (a*, b*) in degrees, 0…360. */
export function toDegrees(a: number, b: number): number {
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}
