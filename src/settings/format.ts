import { changedParameters, correctionHasEffect, hasEffect } from './neutral.ts';
import type { NumberParameter } from './parameter.ts';
import { LOCAL_PARAMETERS, parameterByName } from './parameters.ts';
import type { Correction, CurvePoint, Settings, SettingValue } from './settings.ts';

const UNITS = { EV: ' EV', K: ' K', percent: ' %', degrees: '°', px: ' px', none: '' } as const;

/** A number with a real minus sign; `signed` puts a plus before what is above zero. */
function formatNumber(value: number, decimals: number, signed: boolean): string {
  const digits = Math.abs(value).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? '−' : signed ? '+' : ''}${digits}`;
}

function formatSlider(parameter: NumberParameter, value: number): string {
  const uiStep = parameter.step * parameter.uiScale;
  const decimals = uiStep < 0.05 ? 2 : uiStep < 0.5 ? 1 : 0;
  const shown = formatNumber(value * parameter.uiScale, decimals, parameter.minimum < 0);
  return `${shown}${UNITS[parameter.unit]}`;
}

/** A value as the host shows it: "+0.35 EV", "5200 K", "−12", "on", "0→20 128→128 255→235". */
export function formatSetting(name: string, value: SettingValue): string {
  const parameter = parameterByName(name);
  if (typeof value === 'number')
    return parameter?.kind === 'number' ? formatSlider(parameter, value) : `${value}`;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string') return value;
  if (name === 'MaskGroupBasedCorrections') return value.length === 1 ? '1 mask' : `${value.length} masks`;
  return (value as readonly CurvePoint[]).map(([x, y]) => `${x}→${y}`).join(' ');
}

export interface SettingDescription {
  readonly name: string;
  /** Of the slider, or of the mask. */
  readonly label: string;
  readonly text: string;
}

function describeCorrection(correction: Correction): SettingDescription {
  const values = LOCAL_PARAMETERS.filter((parameter) => hasEffect(correction.values, parameter)).map(
    (parameter) => `${parameter.label} ${formatSlider(parameter, correction.values[parameter.name] ?? 0)}`,
  );
  const curves = correction.curves === undefined ? [] : ['curve'];
  const amount = correction.amount === 1 ? '' : ` at ${Math.round(correction.amount * 100)} %`;
  return {
    name: 'MaskGroupBasedCorrections',
    label: correction.name,
    text: `${[...values, ...curves].join(', ')}${amount}`,
  };
}

/** One entry for everything that changes the picture, in the order of the panels, masks last. */
export function describeSettings(settings: Settings): readonly SettingDescription[] {
  const sliders = changedParameters(settings).map(({ name, label }) => ({
    name,
    label,
    text: formatSetting(name, settings[name] as SettingValue),
  }));
  const masks = (settings.MaskGroupBasedCorrections ?? [])
    .filter(correctionHasEffect)
    .map(describeCorrection);
  return [...sliders, ...masks];
}
