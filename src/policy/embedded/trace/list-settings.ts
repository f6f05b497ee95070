import { formatSetting } from '#settings/format.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Settings, SettingValue } from '#settings/settings.ts';
import { label } from './words.ts';

/** Settings that one sentence can hold; the step's `parameters` name them all. */
const IN_WORDS = 3;
/** A curve or a switch against sliders, as a share of their range. */
const CURVE_SIZE = 0.4;

/** The biggest moves in words, the others counted: "Exposure −0.40 EV, Blacks −14, Vibrance −10 and 9 more". */
export function listSettings(names: readonly string[], from: Settings, to: Settings): string {
  const ranked = [...names].sort((one, other) => size(other, from, to) - size(one, from, to));
  const told = names.length <= IN_WORDS + 1 ? names : names.filter((name) => ranked.indexOf(name) < IN_WORDS);
  const words = told.map((name) => describe(name, to[name])).join(', ');
  const rest = names.length - told.length;
  return rest === 0 ? words : `${words} and ${rest} more`;
}

/** How big a move is, as a share of the slider's way from neutral to its end; companions count for nothing. */
function size(name: string, from: Settings, to: Settings): number {
  const parameter = parameterByName(name);
  if (parameter?.kind !== 'number') return CURVE_SIZE;
  if (parameter.scaling === 'setting') return 0;
  const at = (settings: Settings) => {
    const value = settings[name];
    return typeof value === 'number' ? value : parameter.neutral;
  };
  // Exposure reaches five stops; two of them are as much as another slider's whole way.
  const reach = parameter.unit === 'EV' ? 2 : parameter.maximum - parameter.neutral;
  return Math.abs(at(to) - at(from)) / Math.max(1e-6, reach);
}

function describe(name: string, value: SettingValue | undefined): string {
  if (name === 'MaskGroupBasedCorrections')
    return value === undefined ? 'no masks' : formatSetting(name, value);
  if (value === undefined) return `${label(name)} back to neutral`;
  // Points of a curve are read in its editor, not in a sentence.
  return parameterByName(name)?.kind === 'curve'
    ? label(name)
    : `${label(name)} ${formatSetting(name, value)}`;
}
