/** The eight families of Mixer and B&W mix, in the order of their names in `crs:`. */
export const BANDS = ['Red', 'Orange', 'Yellow', 'Green', 'Aqua', 'Blue', 'Purple', 'Magenta'] as const;

/**
 * Centres in degrees of HSV hue in linear ProPhoto, on the scene side; between two centres the weight passes from one
 * to the other by a smoothstep, so that the eight always sum to 1. Read off Camera Raw 18.6 renders of hue circles:
 * the shares found there fit within 0.01 for all bands and both signs.
 */
const CENTRES = [0, 30, 55, 95, 160, 230, 275, 330, 360] as const;

/** Width of a band in degrees towards the next (+) and the previous (−) centre. */
export function gapOf(band: number, sign: number): number {
  const next = sign > 0 ? band : (band + 7) % 8;
  return CENTRES[next + 1]! - CENTRES[next]!;
}

/** Steps of hue tables over the circle. */
export const HUE_STEPS = 360;

/** One value per band, blended over the circle; one more entry than steps, so that i + 1 always exists. */
export function overHue(values: readonly number[]): Float32Array {
  const table = new Float32Array(HUE_STEPS + 2);
  if (values.every((value) => value === 0)) return table;
  for (let i = 0; i < table.length; i++) {
    const degrees = ((i * 360) / HUE_STEPS) % 360;
    let band = 0;
    while (degrees >= CENTRES[band + 1]!) band++;
    const t = (degrees - CENTRES[band]!) / (CENTRES[band + 1]! - CENTRES[band]!);
    const w = t * t * (3 - 2 * t);
    table[i] = values[band]! * (1 - w) + values[(band + 1) % 8]! * w;
  }
  return table;
}

/** HSV hue 0…6 of a pixel whose channels are not all equal. */
export function hueOf(r: number, g: number, b: number, high: number, chroma: number): number {
  if (high === r) {
    const h = (g - b) / chroma;
    return h < 0 ? h + 6 : h;
  }
  return high === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
}
