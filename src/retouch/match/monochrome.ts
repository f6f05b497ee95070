import type { LabImage } from '#image/raster.ts';
import type { Target } from './target.ts';

const BANDS = 8;
/** Mean distance of a*, b* to what their lightness alone would tell, below which a picture is toned grey. */
const TONED = 1.6;
/** Mean C* above which the other picture has colours to lose. */
const COLOURED = 4;

/** Of a picture without any colour to speak of, mean C*. */
const GREY = 1.5;

/**
 * Whether the wanted picture is black and white (plain or toned) and the other one is not. Toned greys lie on a line: their
 * lightness tells their colour. A coloured picture of few things may look so as well, but then it did before.
 */
export function isMonochrome(target: Target, before: LabImage): boolean {
  const { pixels, lab } = target;
  const was = Float32Array.from(lab);
  pixels.forEach((pixel, at) => {
    was.set(before.data.subarray(3 * pixel, 3 * pixel + 3), 3 * at);
  });
  if (pixels.length === 0 || meanChroma(was) < COLOURED) return false;
  if (meanChroma(lab) < GREY) return true;
  const distance = offLine(lab);
  return distance < TONED && offLine(was) > 3 * distance;
}

function meanChroma(lab: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < lab.length; k += 3) sum += Math.hypot(lab[k + 1]!, lab[k + 2]!);
  return sum / (lab.length / 3);
}

/** Mean distance of a* and b* to the mean of all pixels of about the same lightness. */
function offLine(lab: Float32Array): number {
  const sums = Array.from({ length: BANDS }, () => ({ a: 0, b: 0, count: 0 }));
  const bandAt = (k: number) => sums[Math.min(BANDS - 1, Math.max(0, Math.floor((lab[k]! / 100) * BANDS)))]!;
  for (let k = 0; k < lab.length; k += 3) {
    const band = bandAt(k);
    band.a += lab[k + 1]!;
    band.b += lab[k + 2]!;
    band.count += 1;
  }
  let distance = 0;
  for (let k = 0; k < lab.length; k += 3) {
    const { a, b, count } = bandAt(k);
    distance += Math.hypot(lab[k + 1]! - a / count, lab[k + 2]! - b / count);
  }
  return distance / (lab.length / 3);
}
