/** Thinnest air that Dehaze divides by. */
const MIN_TRANSMISSION = 0.25;

/**
 * Haze model of Koschmieder: seen = clear · t + air · (1 − t). Positive amounts solve it for the clear picture, with t
 * from the veil; negative ones add haze. How much goes by the veil fitted to averages over five photographs.
 *
 * @param line linear samples of pixels `from … to − 1`
 * @param veils of the whole row
 */
export function clearAir(
  line: Float32Array,
  amount: number,
  veils: Float32Array,
  air: readonly [number, number, number],
  from: number,
  to: number,
): void {
  const [airRed, airGreen, airBlue] = air;
  for (let x = from, p = 0; x < to; x++, p += 3) {
    const veil = veils[x]!;
    const v = veil > 0 ? Math.min(veil, 1) : 0;
    const t =
      amount > 0
        ? Math.max(MIN_TRANSMISSION, 1 - (amount * 0.8 * v) / (1 + 1.4 * v))
        : 1 + (amount * 0.58 * v) / (v + 0.07);
    const gain = amount > 0 ? 1 / t : t;
    const red = line[p]!;
    const green = line[p + 1]!;
    const blue = line[p + 2]!;
    // Pixels darker than their surroundings' veil keep a tenth of their light instead of clipping.
    line[p] = Math.max((red - airRed) * gain + airRed, red * 0.1);
    line[p + 1] = Math.max((green - airGreen) * gain + airGreen, green * 0.1);
    line[p + 2] = Math.max((blue - airBlue) * gain + airBlue, blue * 0.1);
  }
}
