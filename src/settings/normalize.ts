import { repairCurve } from './curve.ts';
import { MASK_FIELDS, SAMPLE_FIELDS } from './mask-fields.ts';
import { defaultMaskName } from './mask-name.ts';
import { hasEffect } from './neutral.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from './parameters.ts';
import { roundTo, roundToStep } from './round.ts';
import type { Correction, CurvePoint, Mask, Settings, SettingValue } from './settings.ts';

export interface RoundOptions {
  /** Leaves out what has no effect: neutral values, and companions of neutral ones. @default false */
  readonly dropNeutral?: boolean;
}

/** Beside one of these, `WhiteBalance: Custom` goes without saying. */
const WHITE = ['Temperature', 'Tint', 'IncrementalTemperature', 'IncrementalTint'];
const CURVES = ['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'] as const;

/**
 * Taking away an inverted mask is the same as intersecting with the mask, and the other way round. Camera Raw stores
 * both pairs alike, so they are one value here: always the one that is not inverted. The first mask has nothing to
 * intersect with and stands for itself; nothing is left when it is taken away, inverted or not.
 */
function roundCombine({ combine, inverted }: Mask, index: number): Pick<Mask, 'combine' | 'inverted'> {
  if (index === 0)
    return combine === 'subtract' ? { combine, inverted: false } : { combine: 'add', inverted };
  if (combine === 'add' || !inverted) return { combine, inverted };
  return { combine: combine === 'subtract' ? 'intersect' : 'subtract', inverted: false };
}

function roundFields(fields: object, given: object, decimals: number): Record<string, number> {
  const values = given as Readonly<Record<string, number>>;
  return Object.fromEntries(
    Object.keys(fields).map((field) => [field, roundTo(values[field] ?? 0, decimals)]),
  );
}

function roundMask(mask: Mask, index: number): Mask {
  const named = mask.name !== undefined && mask.name !== '' && mask.name !== defaultMaskName(mask, index);
  return {
    kind: mask.kind,
    ...(named ? { name: mask.name } : {}),
    ...roundCombine(mask, index),
    ...(mask.kind === 'ai' ? { target: mask.target } : {}),
    // The amount of a color mask is stored as a hundredth.
    ...roundFields(MASK_FIELDS[mask.kind], mask, mask.kind === 'color' ? 4 : 6),
    ...(mask.kind === 'color'
      ? { samples: mask.samples.map((one) => roundFields(SAMPLE_FIELDS, one, 6)) }
      : {}),
  } as Mask;
}

function roundCorrection(correction: Correction): Correction {
  const values: Record<string, number> = {};
  for (const parameter of LOCAL_PARAMETERS) {
    const value = correction.values[parameter.name];
    const rounded = value === undefined ? parameter.neutral : roundToStep(parameter, value);
    if (rounded !== parameter.neutral) values[parameter.name] = rounded;
  }
  const curves: Partial<Record<(typeof CURVES)[number], readonly CurvePoint[]>> = {};
  for (const name of CURVES) {
    const curve = correction.curves?.[name];
    if (curve !== undefined) curves[name] = repairCurve(curve) ?? curve;
  }
  return {
    name: correction.name,
    active: correction.active,
    amount: roundTo(correction.amount, 6),
    values,
    ...(Object.keys(curves).length === 0 ? {} : { curves }),
    masks: correction.masks.map(roundMask),
  };
}

/**
 * The same settings as Camera Raw would keep them: every value at its slider's step, keys in the order of the
 * registry, so that equal settings give equal JSON bytes and come back unchanged from XMP. In a correction, which
 * Camera Raw writes out in full, a neutral value is the same as none and is left out.
 */
export function roundSettings(settings: Settings, options: RoundOptions = {}): Settings {
  const result: Record<string, SettingValue> = {};
  for (const parameter of PARAMETERS) {
    const value = settings[parameter.name];
    if (value === undefined) continue;
    if (parameter.kind === 'number') result[parameter.name] = roundToStep(parameter, value as number);
    else if (parameter.kind === 'curve') {
      const points = value as readonly CurvePoint[];
      result[parameter.name] = repairCurve(points) ?? points;
    } else result[parameter.name] = value;
  }
  if (WHITE.some((name) => result[name] !== undefined) && result['WhiteBalance'] === 'Custom') {
    delete result['WhiteBalance'];
  }
  const kept = options.dropNeutral
    ? Object.fromEntries(
        PARAMETERS.filter((parameter) => hasEffect(result, parameter)).map(({ name }) => [
          name,
          result[name],
        ]),
      )
    : result;
  const corrections = settings.MaskGroupBasedCorrections;
  if (corrections === undefined || (corrections.length === 0 && options.dropNeutral)) return kept;
  return { ...kept, MaskGroupBasedCorrections: corrections.map(roundCorrection) };
}
