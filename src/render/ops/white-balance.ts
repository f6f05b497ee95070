import { MIRED_PER_UNIT } from '#settings/white-balance.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { balanceMatrix } from '../white.ts';

/** Coldest light that the temperature table knows, mired. */
const MIN_MIRED = 1;
const MAX_MIRED = 600;

/**
 * White balance in linear light, relative to the as-shot white. Raw files carry Kelvin and tint; rendered files carry
 * increments: units of temperature in mired (see the settings), one unit of tint one tint unit.
 */
export const whiteBalance: PointwiseOperator = {
  name: 'white balance',
  scene: true,
  prepare(settings, { asShot }) {
    const increment = amountOf(settings, 'IncrementalTemperature');
    const shift = amountOf(settings, 'IncrementalTint');
    const chosen = amountOf(settings, 'Temperature', asShot.kelvin);
    const tint = amountOf(settings, 'Tint', asShot.tint) + shift;
    if (chosen === asShot.kelvin && increment === 0 && tint === asShot.tint) return undefined;
    const mired = Math.min(Math.max(1e6 / chosen - increment * MIRED_PER_UNIT, MIN_MIRED), MAX_MIRED);
    const matrix = balanceMatrix({ kelvin: 1e6 / mired, tint }, asShot);
    return { kind: 'matrix', matrix };
  },
};
