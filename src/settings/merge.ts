import { LIMITS } from './limits.ts';
import type { Settings } from './settings.ts';

const KELVIN_FORM = ['Temperature', 'Tint'];
const INCREMENTAL_FORM = ['IncrementalTemperature', 'IncrementalTint'];

/**
 * A change on top of a base: its values replace those of the base, its corrections are appended (never more than
 * fit; those of the base come first). Kelvin and incremental are two forms of one control: the change's form wins.
 */
export function mergeSettings(base: Settings, change: Settings): Settings {
  const states = (names: readonly string[]) => names.some((name) => change[name] !== undefined);
  const replaced = new Set([
    ...(states(KELVIN_FORM) ? INCREMENTAL_FORM : []),
    ...(states(INCREMENTAL_FORM) ? KELVIN_FORM : []),
    // Numbers of one's own are no longer as shot.
    ...(states([...KELVIN_FORM, ...INCREMENTAL_FORM]) ? ['WhiteBalance'] : []),
  ]);
  const kept = Object.entries(base).filter(([name]) => !replaced.has(name));
  const stated = Object.entries(change).filter(([, value]) => value !== undefined);
  const corrections = [
    ...(base.MaskGroupBasedCorrections ?? []),
    ...(change.MaskGroupBasedCorrections ?? []),
  ].slice(0, LIMITS.corrections);
  return {
    ...Object.fromEntries([...kept, ...stated]),
    ...(corrections.length === 0 ? {} : { MaskGroupBasedCorrections: corrections }),
  };
}
