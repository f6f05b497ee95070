import type { Look, LookReading } from '#looks/look.ts';
import { mergeSettings } from '#settings/merge.ts';
import type { PanelName } from '#settings/parameter.ts';
import { parameterByName } from '#settings/parameters.ts';
import { scaleSettings } from '#settings/scale.ts';
import type { Settings } from '#settings/settings.ts';

/** One style as a candidate understands it. `tone` and `colour` weigh the two halves of its settings (1 = as written). */
export interface StyleChoice {
  readonly look: Look;
  readonly reading: LookReading;
  readonly weight: number;
  readonly tone: number;
  readonly colour: number;
}

const COLOUR_PANELS: ReadonlySet<PanelName> = new Set(['Mixer', 'Grading', 'Calibration', 'B&W mix']);
const COLOUR_SLIDERS = [
  'Temperature',
  'Tint',
  'IncrementalTemperature',
  'IncrementalTint',
  'Vibrance',
  'Saturation',
];
/** A look beyond 150 % stops looking like one. */
const STRONGEST = 150;

/** Whether a setting is about colour; all others are about tone. */
export function isColourSetting(name: string): boolean {
  const parameter = parameterByName(name);
  return COLOUR_SLIDERS.includes(name) || (parameter !== undefined && COLOUR_PANELS.has(parameter.panel));
}

/** Prior settings of a style, its halves scaled apart, without the names that are locked. */
export function stylePrior(choice: StyleChoice, locked: ReadonlySet<string>): Settings {
  const entries = Object.entries(choice.reading.settings).filter(([name]) => !locked.has(name));
  const half = (colour: boolean) =>
    Object.fromEntries(entries.filter(([name]) => isColourSetting(name) === colour)) as Settings;
  const percent = (emphasis: number) => Math.min(STRONGEST, 100 * choice.weight * emphasis);
  return mergeSettings(
    scaleSettings(half(false), percent(choice.tone)),
    scaleSettings(half(true), percent(choice.colour)),
  );
}
