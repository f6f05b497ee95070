import { MIXER_COLORS } from '#settings/mixer.ts';
import { hasEffect } from '#settings/neutral.ts';
import { roundSettings } from '#settings/normalize.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import type { Settings, SettingValue } from '#settings/settings.ts';
import { withIncrementalWhite } from '#settings/white-balance.ts';
import { CAMERA_RAW_KEYS } from './keys.ts';

/** What the filter does not do, or does in another way. */
export interface Shortfall {
  /** `crs:` name, with the place for parts of a mask. */
  readonly name: string;
  /** For the person: what happens, and why. */
  readonly why: string;
}

export interface Expressed {
  /** Only what the filter has keys for, rounded as Camera Raw would keep it. Masks are not looked at. */
  readonly settings: Settings;
  /** Left out. */
  readonly unsupported: readonly Shortfall[];
  /** Done in another way that looks much the same. */
  readonly replaced: readonly Shortfall[];
}

const KEYED: ReadonlySet<string> = new Set(CAMERA_RAW_KEYS.map(({ parameter }) => parameter.name));
const MASKS = 'MaskGroupBasedCorrections';

/** The same edit in what the Camera Raw Filter has keys for; nothing is lost without being said. */
export function expressForFilter(settings: Settings): Expressed {
  const unsupported: Shortfall[] = [];
  const replaced: Shortfall[] = [];
  const rounded = roundSettings(settings);
  const grey = withoutBlackAndWhite(withRelativeWhite(rounded, replaced), replaced);
  const result: Record<string, SettingValue> = {};
  for (const parameter of PARAMETERS) {
    const { name } = parameter;
    const value = grey[name];
    if (value === undefined) continue;
    if (KEYED.has(name)) result[name] = value;
    else if (name === 'WhiteBalance') keepWhiteBalance(value, result, unsupported);
    else if (hasEffect(grey, parameter))
      unsupported.push({ name, why: 'the Camera Raw Filter has no known key for it' });
  }
  const known = new Set([...PARAMETERS.map(({ name }) => name), MASKS]);
  for (const name of Object.keys(settings))
    if (!known.has(name) && settings[name] !== undefined) unsupported.push({ name, why: whyForeign(name) });
  return { settings: roundSettings(result), unsupported, replaced };
}

/** Kelvin is for raw files: here white moves by so many mired from daylight, at most 100 either way. */
function withRelativeWhite(settings: Settings, replaced: Shortfall[]): Settings {
  const relative = withIncrementalWhite(settings);
  for (const [name, short] of [
    ['Temperature', 'IncrementalTemperature'],
    ['Tint', 'IncrementalTint'],
  ] as const) {
    const given = settings[name];
    if (given === undefined || relative[short] === undefined) continue;
    if (settings[short] !== undefined)
      replaced.push({ name, why: `${short} is stated beside it and counts in Photoshop` });
    else if (Math.abs(relative[short] as number) === 100)
      replaced.push({
        name,
        why: `cut to ${relative[short]}, where the slider ends for a developed picture`,
      });
    else if (relative[short] !== 0)
      replaced.push({
        name,
        why: `taken as ${Math.round(relative[short] as number)} from daylight, as the picture is developed already`,
      });
  }
  return relative;
}

/** A picture in Photoshop knows only its own white, the automatic one and numbers. */
function keepWhiteBalance(
  value: SettingValue,
  result: Record<string, SettingValue>,
  unsupported: Shortfall[],
): void {
  if (value === 'Auto') result['WhiteBalance'] = value;
  else if (value !== 'As Shot' && value !== 'Custom')
    unsupported.push({
      name: 'WhiteBalance',
      why: `'${value}' is for raw files only; the white stays as it is`,
    });
}

/**
 * No keys of the B&W mix are known. Without colour saturation the mixer's luminance sliders lighten and darken greys as
 * the B&W mix does: in our engine the same picture without a mix, and below 1 ΔE00 on average with a strong one (four
 * photographs). Mixer and Vibrance have no effect under B&W.
 */
function withoutBlackAndWhite(settings: Settings, replaced: Shortfall[]): Settings {
  if (settings['ConvertToGrayscale'] !== true) return settings;
  const rest = Object.fromEntries(
    Object.entries(settings).filter(([name]) => !/^(ConvertToGrayscale$|GrayMixer|\w+Adjustment)/.test(name)),
  );
  const greys = MIXER_COLORS.flatMap((color) => {
    const value = settings[`GrayMixer${color}`];
    return value === undefined ? [] : [[`LuminanceAdjustment${color}`, value] as const];
  });
  replaced.push({
    name: 'ConvertToGrayscale',
    why: 'made by Saturation −100 and the mixer’s luminance, which come to the same',
  });
  return { ...rest, ...Object.fromEntries(greys), Saturation: -100, Vibrance: 0 };
}

function whyForeign(name: string): string {
  if (/^Crop|^HasCrop|^straighten/i.test(name))
    return 'the Camera Raw Filter does not crop: use the Crop tool';
  if (/^(Lens|Defringe|AutoLateralCA|Vignette|Chromatic)/.test(name))
    return 'lens corrections are left to Photoshop’s own Lens Correction';
  if (/^Perspective|^Upright/.test(name))
    return 'the Camera Raw Filter does not transform: use Edit > Transform';
  if (/^HDR|^SDR/.test(name)) return 'HDR settings are for raw files';
  return 'it is not a setting that this plug-in knows';
}
