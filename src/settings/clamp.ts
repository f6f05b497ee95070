import { clampCorrection } from './clamp-mask.ts';
import { type ClampEntry, ClampReport, isPlainObject, type PlainObject } from './clamp-report.ts';
import { clampBoolean, clampChoice, clampCurve, clampSlider } from './clamp-value.ts';
import { LIMITS } from './limits.ts';
import type { Parameter } from './parameter.ts';
import { PARAMETERS, parameterByName } from './parameters.ts';
import type { Correction, Settings, SettingValue } from './settings.ts';
import { SPLITS, splitsInOrder, splitValue } from './splits.ts';

export interface ClampResult {
  readonly settings: Settings;
  readonly report: readonly ClampEntry[];
}

function clampValue(parameter: Parameter, given: unknown, report: ClampReport): SettingValue | undefined {
  switch (parameter.kind) {
    case 'number':
      return clampSlider(parameter, given, report);
    case 'boolean':
      return clampBoolean(parameter.name, given, report);
    case 'choice':
      return clampChoice(parameter, given, report);
    case 'curve':
      return clampCurve(parameter.name, given, report);
  }
}

/** Camera Raw needs the three splits in order; an absent one stands at its neutral. */
function orderSplits(values: Record<string, SettingValue>, report: ClampReport): void {
  if (splitsInOrder(values)) return;
  const wanted = SPLITS.map((split) => splitValue(values, split)).sort((a, b) => a - b);
  let floor = 0;
  SPLITS.forEach((split, index) => {
    const value = Math.min(split.maximum, Math.max(split.minimum, floor, wanted[index] ?? split.neutral));
    floor = value + 1;
    if (value === splitValue(values, split)) return;
    report.add(split.name, values[split.name], value, 'the three splits must be in order');
    values[split.name] = value;
  });
}

function clampCorrections(given: unknown, report: ClampReport): readonly Correction[] | undefined {
  const name = 'MaskGroupBasedCorrections';
  if (!Array.isArray(given)) return report.drop(name, given, 'not a list of corrections');
  if (given.length > LIMITS.corrections)
    report.add(name, given.length, LIMITS.corrections, 'too many corrections');
  return given
    .slice(0, LIMITS.corrections)
    .map((one, index) => clampCorrection(`${name}[${index}]`, one, report))
    .filter((one) => one !== undefined);
}

function reportUnknown(input: PlainObject, report: ClampReport): void {
  for (const name of Object.keys(input)) {
    const parameter = parameterByName(name);
    if (name === 'MaskGroupBasedCorrections' || (parameter && parameter.panel !== 'Local')) continue;
    report.drop(name, input[name], 'unknown key');
  }
}

/**
 * Reads settings of any origin leniently: numbers in strings, values out of range, broken curves and unknown keys
 * are put right or left out, each with an entry in the report. Never throws; the result satisfies `settingsSchema`.
 */
export function clampSettings(input: unknown): ClampResult {
  const report = new ClampReport();
  if (!isPlainObject(input)) {
    report.drop('settings', input, 'not an object of settings');
    return { settings: {}, report: report.entries };
  }
  const values: Record<string, SettingValue> = {};
  for (const parameter of PARAMETERS) {
    const given = Object.hasOwn(input, parameter.name) ? input[parameter.name] : undefined;
    const value = given === undefined ? undefined : clampValue(parameter, given, report);
    if (value !== undefined) values[parameter.name] = value;
  }
  orderSplits(values, report);
  const given = input['MaskGroupBasedCorrections'];
  const corrections = given === undefined ? undefined : clampCorrections(given, report);
  reportUnknown(input, report);
  const settings: Settings =
    corrections === undefined ? values : { ...values, MaskGroupBasedCorrections: corrections };
  return { settings, report: report.entries };
}
