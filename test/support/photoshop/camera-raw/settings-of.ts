import type { CurvePoint, Settings, SettingValue } from '#settings/settings.ts';
import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { CURVE_KEYS, KEYS } from './keys.ts';
import { correctionsOf } from './read-corrections.ts';

function points(flat: readonly number[]): readonly CurvePoint[] {
  return Array.from({ length: flat.length / 2 }, (_, i): CurvePoint => [flat[i * 2]!, flat[i * 2 + 1]!]);
}

/** Settings of our engine that stand for a kept filter. */
export function settingsOf(filter: Descriptor): Settings {
  const settings: Record<string, SettingValue> = {};
  for (const [name, value] of Object.entries(filter)) {
    const key = KEYS[name];
    const curve = CURVE_KEYS[name];
    if (key) settings[key.setting] = value as number;
    else if (curve) settings[curve] = points(value as readonly number[]);
  }
  const local = filter['$LCs'];
  if (typeof local === 'string') settings['MaskGroupBasedCorrections'] = correctionsOf(local);
  return settings;
}
