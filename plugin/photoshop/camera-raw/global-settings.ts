import { localSettings } from '#render/local-settings.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Correction, Mask, Settings, SettingValue } from '#settings/settings.ts';

/** Lies wholly above any canvas, so that all of it has full effect. */
const EVERYWHERE: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0.5,
  zeroY: -3,
  fullX: 0.5,
  fullY: -2,
};

/**
 * A correction without its masks, for a layer that is masked itself: local sliders become the global ones at the
 * correction's amount. When one of them has no global counterpart (hue, toning, moiré, defringe, sharpening, noise,
 * curves at another amount) or goes beyond its range, all of it stays together as one local correction that covers the
 * canvas: apart they would work in another order.
 */
export function globalSettings(correction: Correction): Settings {
  const { curves, ...plain } = correction;
  const settings: Record<string, SettingValue> = {};
  let complete = curves === undefined || correction.amount === 1;
  for (const [name, value] of Object.entries(correction.values)) {
    const found = Object.entries(localSettings({ ...plain, values: { [name]: value } }));
    complete &&= found.length > 0 && found.every(([target, scaled]) => isWithin(target, scaled));
    Object.assign(settings, Object.fromEntries(found));
  }
  if (!complete) return { MaskGroupBasedCorrections: [{ ...correction, masks: [EVERYWHERE] }] };
  return { ...settings, ...localSettings({ ...correction, values: {} }) };
}

function isWithin(name: string, value: SettingValue | undefined): boolean {
  const parameter = parameterByName(name);
  return (
    parameter?.kind === 'number' &&
    parameter.panel !== 'Local' &&
    typeof value === 'number' &&
    value >= parameter.minimum &&
    value <= parameter.maximum
  );
}
