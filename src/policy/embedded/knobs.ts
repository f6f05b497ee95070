import { parameterByName } from '#settings/parameters.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import type { Knob } from './axis.ts';
import type { Unknown } from './solve.ts';

/** A knob where it stands: a slider of the frame, or of the correction with this index. */
export interface PlacedKnob extends Knob {
  readonly correction?: number;
}

/** The unknown that the solver sees: an offset from where the prior put the slider. */
export function unknownOf(knob: PlacedKnob, prior: Settings): Unknown {
  const first = knob.parameters[0]!;
  const start = standing(prior, first.name, knob.correction);
  // A prior may lie outside a knob's tasteful ends; the solver may then only leave it where it is or come back.
  const low = Math.min(0, (knob.low - start) / Math.abs(first.factor));
  const high = Math.max(0, (knob.high - start) / Math.abs(first.factor));
  const { sign = 0, reach } = knob;
  return { prior: 0, reach, minimum: sign > 0 ? 0 : low, maximum: sign < 0 ? 0 : high };
}

/** Settings with every knob moved by its offset, within each parameter's range. */
export function turn(prior: Settings, knobs: readonly PlacedKnob[], offsets: readonly number[]): Settings {
  const settings: Record<string, Settings[string]> = { ...prior };
  const corrections = [...(prior.MaskGroupBasedCorrections ?? [])];
  knobs.forEach((knob, i) => {
    for (const { name, factor } of knob.parameters) {
      const value = clamped(name, standing(prior, name, knob.correction) + factor * (offsets[i] ?? 0));
      if (knob.correction === undefined) settings[name] = value;
      else corrections[knob.correction] = withValue(corrections[knob.correction]!, name, value);
    }
  });
  if (corrections.length > 0) settings['MaskGroupBasedCorrections'] = corrections;
  return settings;
}

/** Number a slider stands at; its neutral when untouched. */
export function standing(settings: Settings, name: string, correction?: number): number {
  const value =
    correction === undefined
      ? settings[name]
      : settings.MaskGroupBasedCorrections?.[correction]?.values[name];
  if (typeof value === 'number') return value;
  const parameter = parameterByName(name);
  return parameter?.kind === 'number' ? parameter.neutral : 0;
}

function clamped(name: string, value: number): number {
  const parameter = parameterByName(name);
  return parameter?.kind === 'number'
    ? Math.min(parameter.maximum, Math.max(parameter.minimum, value))
    : value;
}

function withValue(correction: Correction, name: string, value: number): Correction {
  return { ...correction, values: { ...correction.values, [name]: value } };
}
