import type { Settings } from '#settings/settings.ts';
import { pointwiseChain } from './chain.ts';
import { detailHalo } from './detail/detail-plan.ts';
import { haloStripRows } from './halo-strips.ts';
import { isLocal } from './local/local-pass.ts';
import { measureStep } from './local/measurement.ts';
import { activeCorrections, localSettings } from './local-settings.ts';
import type { OpenOptions } from './renderer.ts';

export { joinMeasurements, measure, measureStep } from './local/measurement.ts';

/** What rendering a part of a picture needs besides the part's own rows. */
export interface Needs {
  /** A part begins at a multiple of this many rows, and ends at one or at the picture's end. */
  readonly unit: number;
  /** Rows above and below. */
  readonly halo: number;
  /** A measurement of the whole picture. */
  readonly measurement: boolean;
  /** All of its pixels: something is looked for in it (sky, subject). */
  readonly whole: boolean;
}

/** What a part of a picture must be given so that it is rendered as in the whole. */
export function needsOf(
  size: { readonly width: number; readonly height: number },
  settings: Settings,
  options: OpenOptions = {},
): Needs {
  const corrections = activeCorrections(settings);
  const halo = detailHalo(options.scale ?? 1, settings, corrections);
  const measurement = [settings, ...corrections.map(localSettings)].some((one) =>
    looksAtPicture(one, options),
  );
  return {
    unit: halo > 0 ? haloStripRows(size, halo) : measurement ? measureStep(size) : 1,
    halo,
    measurement,
    whole: corrections.some(({ masks }) => masks.some(({ kind }) => kind === 'ai')),
  };
}

/** Whether a step adapts to the picture. */
function looksAtPicture(settings: Settings, { source = 'rendered', asShot }: OpenOptions): boolean {
  let asked = false;
  const context = {
    source,
    asShot: asShot ?? { kelvin: 6500, tint: 0 },
    get darkKey() {
      asked = true;
      return 0;
    },
  };
  pointwiseChain(settings, context, false);
  return asked || isLocal(settings);
}
