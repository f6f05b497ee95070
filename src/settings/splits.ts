import type { NumberParameter } from './parameter.ts';
import { parameterByName } from './parameters.ts';
import type { SettingValue } from './settings.ts';

/** The splits between the regions of the parametric curve, from dark to light. */
export const SPLITS: readonly NumberParameter[] = ['Shadow', 'Midtone', 'Highlight']
  .map((region) => parameterByName(`Parametric${region}Split`))
  .filter((parameter) => parameter?.kind === 'number');

type Values = Readonly<Record<string, SettingValue | undefined>>;

/** Where a split stands: its neutral when it is not stated. */
export function splitValue(values: Values, split: NumberParameter): number {
  const value = values[split.name];
  return typeof value === 'number' ? value : split.neutral;
}

/** Whether the splits rise by at least one whole step, as Camera Raw needs them to. */
export function splitsInOrder(values: Values): boolean {
  const [shadow = 0, midtone = 0, highlight = 0] = SPLITS.map((split) => splitValue(values, split));
  return shadow + 1 <= midtone && midtone + 1 <= highlight;
}
