import { clampSettings } from '#settings/clamp.ts';
import { mergeSettings } from '#settings/merge.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';

/**
 * An edit of a picture that was developed before: sliders add up within their ranges, masks stand side by side; curves,
 * hues and switches are replaced. For models that only know edits of an untouched photo and were shown the picture as it
 * is now.
 */
export function stackSettings(base: Settings, change: Settings): Settings {
  const merged = mergeSettings(base, change);
  const sums = Object.entries(change).flatMap(([name, value]) => {
    const parameter = parameterByName(name);
    const before = base[name];
    const adds = parameter?.kind === 'number' && parameter.scaling === 'amount';
    return adds && typeof value === 'number' && typeof before === 'number'
      ? [[name, before + value - parameter.neutral] as const]
      : [];
  });
  return clampSettings({ ...merged, ...Object.fromEntries(sums) }).settings;
}
