import { isIdentityCurve } from './curve.ts';
import type { NumberParameter, Parameter } from './parameter.ts';
import { LOCAL_PARAMETERS, PARAMETERS, parameterByName } from './parameters.ts';
import type { Correction, CurvePoint, Settings, SettingValue } from './settings.ts';
import type { AsShot } from './white-balance.ts';

type Values = Readonly<Record<string, SettingValue | undefined>>;

/** Where the slider does nothing; for Temperature and Tint that is the photo's own white, undefined when not known. */
export function neutralOf(parameter: NumberParameter, asShot?: AsShot): number | undefined {
  return parameter.asShot === undefined ? parameter.neutral : asShot?.[parameter.asShot];
}

function standsAtNeutral(parameter: Parameter, value: SettingValue, asShot?: AsShot): boolean {
  switch (parameter.kind) {
    case 'number':
      return value === neutralOf(parameter, asShot);
    case 'curve':
      return isIdentityCurve(value as readonly CurvePoint[]);
    case 'boolean':
      return value === parameter.neutral;
    case 'choice':
      // Custom only says that the numbers beside it count.
      return value === parameter.neutral || value === 'Custom';
  }
}

/** Whether this parameter changes the picture: not neutral, and not a companion of something that is. */
export function hasEffect(values: Values, parameter: Parameter, asShot?: AsShot): boolean {
  const value = values[parameter.name];
  if (value === undefined || standsAtNeutral(parameter, value, asShot)) return false;
  const owners = parameter.kind === 'number' ? parameter.companionOf : undefined;
  if (owners === undefined) return true;
  return owners.some((name) => {
    const owner = parameterByName(name);
    return owner !== undefined && hasEffect(values, owner, asShot);
  });
}

/** Whether a local correction changes the picture. */
export function correctionHasEffect(correction: Correction): boolean {
  if (!correction.active || correction.amount === 0 || correction.masks.length === 0) return false;
  const curves = Object.values(correction.curves ?? {});
  return (
    LOCAL_PARAMETERS.some((parameter) => hasEffect(correction.values, parameter)) ||
    curves.some((curve) => curve !== undefined && !isIdentityCurve(curve))
  );
}

/** Whether these settings leave every photo as it is (Temperature and Tint need `asShot` to be recognised so). */
export function isNeutral(settings: Settings, asShot?: AsShot): boolean {
  return (
    PARAMETERS.every((parameter) => !hasEffect(settings, parameter, asShot)) &&
    !(settings.MaskGroupBasedCorrections ?? []).some(correctionHasEffect)
  );
}

/** The global parameters that change the picture, in the order of the panels. */
export function changedParameters(settings: Settings, asShot?: AsShot): readonly Parameter[] {
  return PARAMETERS.filter((parameter) => hasEffect(settings, parameter, asShot));
}
