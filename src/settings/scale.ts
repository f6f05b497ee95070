import { scaleCurve } from './curve.ts';
import type { NumberParameter, Parameter } from './parameter.ts';
import { parameterByName } from './parameters.ts';
import { roundTo, roundToStep } from './round.ts';
import type { Correction, CurvePoint, Settings, SettingValue } from './settings.ts';
import { type AsShot, kelvinToMired, miredToKelvin, RENDERED_WHITE } from './white-balance.ts';

function scaleNumber(parameter: NumberParameter, value: number, factor: number, asShot: AsShot): number {
  if (parameter.scaling === 'setting' || factor === 1) return value;
  const neutral = parameter.asShot === undefined ? parameter.neutral : asShot[parameter.asShot];
  const scaled =
    parameter.scaling === 'mired'
      ? miredToKelvin(kelvinToMired(neutral) + (kelvinToMired(value) - kelvinToMired(neutral)) * factor)
      : neutral + (value - neutral) * factor;
  return roundToStep(parameter, Math.min(parameter.maximum, Math.max(parameter.minimum, scaled)));
}

function scaleValue(parameter: Parameter, value: SettingValue, factor: number, asShot: AsShot): SettingValue {
  switch (parameter.kind) {
    case 'number':
      return scaleNumber(parameter, value as number, factor, asShot);
    case 'curve':
      return scaleCurve(value as readonly CurvePoint[], factor);
    default:
      // A switch has no half way: black and white stays black and white as long as anything is left of the edit.
      return factor === 0 ? parameter.neutral : value;
  }
}

/** A correction through its own amount; what goes beyond Camera Raw's 200 % is put into its values. */
function scaleCorrection(correction: Correction, factor: number): Correction {
  if (factor === 1) return correction;
  const wanted = correction.amount * factor;
  const amount = roundTo(Math.min(2, wanted), 6);
  if (wanted <= 2) return { ...correction, amount };
  const rest = wanted / 2;
  const values = Object.entries(correction.values).map(([name, value]) => {
    const parameter = parameterByName(name);
    return [name, parameter?.kind === 'number' ? scaleNumber(parameter, value, rest, RENDERED_WHITE) : value];
  });
  const curves = Object.entries(correction.curves ?? {}).map(([name, curve]) => [
    name,
    scaleCurve(curve, rest),
  ]);
  return {
    ...correction,
    amount,
    values: Object.fromEntries(values),
    ...(correction.curves === undefined ? {} : { curves: Object.fromEntries(curves) }),
  };
}

/**
 * The edit at another strength. `percent` 0…200 (clamped): 0 is no edit, 100 the edit as it is. Sliders move around
 * their neutral, Temperature in mired around `asShot`, curves away from the diagonal, masks through their amount;
 * companions (radii, hues, splits) stay.
 */
export function scaleSettings(
  settings: Settings,
  percent: number,
  asShot: AsShot = RENDERED_WHITE,
): Settings {
  const factor = Math.min(200, Math.max(0, Number.isFinite(percent) ? percent : 100)) / 100;
  if (factor === 1) return settings;
  const result: Record<string, SettingValue> = {};
  for (const [name, value] of Object.entries(settings)) {
    const parameter = parameterByName(name);
    if (value === undefined || parameter === undefined) continue;
    // Nothing of the edit is left: the photo's own white, whatever it is.
    if (factor === 0 && parameter.kind === 'number' && parameter.asShot !== undefined) continue;
    result[name] = scaleValue(parameter, value, factor, asShot);
  }
  const corrections = settings.MaskGroupBasedCorrections;
  if (corrections === undefined) return result;
  return { ...result, MaskGroupBasedCorrections: corrections.map((one) => scaleCorrection(one, factor)) };
}
