import { isEqual } from './equal.ts';
import { parameterByName } from './parameters.ts';
import type { Correction, Settings } from './settings.ts';

/** Those of the names that no parameter has: to be refused where a person or program states locks. */
export function unknownLocks(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== 'MaskGroupBasedCorrections' && parameterByName(name) === undefined);
}

function withoutLocal(correction: Correction, locked: ReadonlySet<string>): Correction {
  const values = Object.fromEntries(Object.entries(correction.values).filter(([name]) => !locked.has(name)));
  return { ...correction, values };
}

/**
 * Settings in which every locked parameter has the value it has in `base`: restored, or taken out where the base
 * has none. A locked `Local*` name is taken out of corrections that the base does not hold.
 */
export function applyLocks(settings: Settings, base: Settings, locked: readonly string[]): Settings {
  if (locked.length === 0) return settings;
  const names = new Set(locked);
  const free = Object.entries(settings).filter(([name]) => !names.has(name));
  const restored = Object.entries(base).filter(([name, value]) => names.has(name) && value !== undefined);
  const result: Settings = Object.fromEntries([...free, ...restored]);
  const corrections = result.MaskGroupBasedCorrections;
  if (corrections === undefined || names.has('MaskGroupBasedCorrections')) return result;
  const held = base.MaskGroupBasedCorrections ?? [];
  return {
    ...result,
    MaskGroupBasedCorrections: corrections.map((one) =>
      held.some((other) => isEqual(one, other)) ? one : withoutLocal(one, names),
    ),
  };
}
