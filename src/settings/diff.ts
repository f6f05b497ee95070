import { isEqual } from './equal.ts';
import { PARAMETERS } from './parameters.ts';
import type { Settings, SettingValue } from './settings.ts';

export interface SettingChange {
  readonly name: string;
  /** Undefined: untouched. */
  readonly from: SettingValue | undefined;
  readonly to: SettingValue | undefined;
}

/** What is different from one to the other, in the order of the registry, masks last. */
export function diffSettings(from: Settings, to: Settings): readonly SettingChange[] {
  return [...PARAMETERS.map((parameter) => parameter.name), 'MaskGroupBasedCorrections']
    .filter((name) => !isEqual(from[name], to[name]))
    .map((name) => ({ name, from: from[name], to: to[name] }));
}
