import { deltaE2000 } from '#color/delta-e-2000.ts';
import { remember } from './frame.ts';
import type { Pair } from './pair.ts';
import { hueRotation, saturationGain } from './pair.ts';
import { samplesOf } from './samples.ts';
import { toneOf } from './tone.ts';
import type { View } from './view.ts';

/** How the colour of one part changed. */
export interface ColorChange {
  /** Mean CIEDE2000 between before and after. */
  readonly deltaE: number;
  /** Rotation of hue, degrees. */
  readonly hue: number;
  /** Mean C* related to mean L*, after over before: light alone does not change it. */
  readonly saturation: number;
  /** Whether the part holds no colour any more (mean C* < 4): its hue then means nothing. */
  readonly grey: boolean;
}

/** At most this many pixels are compared: CIEDE2000 is costly, and their mean is what counts. */
const SAMPLES = 6000;

export function colorChange(pair: Pair, view: View): ColorChange {
  return remember(pair.after, `change ${view.key}`, () => {
    const to = toneOf(pair.after, view);
    return {
      deltaE: meanDeltaE(pair, view),
      hue: hueRotation(pair, view),
      saturation: saturationGain(pair, view, 'chroma'),
      grey: to.chroma < 4,
    };
  });
}

function meanDeltaE({ before, after }: Pair, view: View): number {
  const samples = samplesOf(before, view);
  const { step } = before;
  const count = samples === null ? Math.ceil(before.lightness.length / step) : samples.pixels.length;
  const stride = Math.max(1, Math.floor((before.lightness.length * view.area) / step / SAMPLES));
  let total = 0;
  let sum = 0;
  for (let at = 0; at < count; at += stride) {
    const pixel = samples === null ? at * step : samples.pixels[at]!;
    const weight = samples === null ? 1 : samples.weights[at]!;
    if (weight < 0.05) continue;
    total += weight;
    sum +=
      weight *
      deltaE2000(
        before.lightness[pixel]!,
        before.a[pixel]!,
        before.b[pixel]!,
        after.lightness[pixel]!,
        after.a[pixel]!,
        after.b[pixel]!,
      );
  }
  return total > 0 ? sum / total : 0;
}
