import { parameterByName } from '#settings/parameters.ts';
import type { Correction, Settings, SettingValue } from '#settings/settings.ts';

/** Stored local value → global slider: names and factors. */
const SLIDERS: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  LocalExposure2012: ['Exposure2012', 4],
  LocalContrast2012: ['Contrast2012', 100],
  LocalHighlights2012: ['Highlights2012', 100],
  LocalShadows2012: ['Shadows2012', 100],
  LocalWhites2012: ['Whites2012', 100],
  LocalBlacks2012: ['Blacks2012', 100],
  LocalTemperature: ['IncrementalTemperature', 100],
  LocalTint: ['IncrementalTint', 100],
  LocalSaturation: ['Saturation', 100],
  LocalTexture: ['Texture', 100],
  LocalClarity2012: ['Clarity2012', 100],
  LocalDehaze: ['Dehaze', 100],
  LocalHue: ['LocalHue', 180],
};

/** Stored as whole slider values. */
const AS_STORED: Readonly<Record<string, string>> = {
  LocalColorGradeShadowHue: 'SplitToningShadowHue',
  LocalColorGradeShadowSat: 'SplitToningShadowSaturation',
  LocalColorGradeShadowLum: 'ColorGradeShadowLum',
  LocalColorGradeMidtoneHue: 'ColorGradeMidtoneHue',
  LocalColorGradeMidtoneSat: 'ColorGradeMidtoneSat',
  LocalColorGradeMidtoneLum: 'ColorGradeMidtoneLum',
  LocalColorGradeHighlightHue: 'SplitToningHighlightHue',
  LocalColorGradeHighlightSat: 'SplitToningHighlightSaturation',
  LocalColorGradeHighlightLum: 'ColorGradeHighlightLum',
  LocalColorGradeGlobalHue: 'ColorGradeGlobalHue',
  LocalColorGradeGlobalSat: 'ColorGradeGlobalSat',
  LocalColorGradeGlobalLum: 'ColorGradeGlobalLum',
  LocalColorGradeBlending: 'ColorGradeBlending',
  LocalColorGradeBalance: 'SplitToningBalance',
  LocalCurveRefineSaturation: 'CurveRefineSaturation',
  LocalToningHue: 'LocalToningHue',
};

const CURVES = {
  MainCurve: 'ToneCurvePV2012',
  RedCurve: 'ToneCurvePV2012Red',
  GreenCurve: 'ToneCurvePV2012Green',
  BlueCurve: 'ToneCurvePV2012Blue',
} as const;

/** What a correction does to single pixels, as global settings; its amount scales all that a slider's amount would. */
export function localSettings(correction: Correction): Settings {
  const settings: Record<string, SettingValue> = {};
  for (const [name, stated] of Object.entries(correction.values)) {
    const parameter = parameterByName(name);
    const [scale, neutral] =
      parameter?.kind === 'number'
        ? [parameter.scaling === 'setting' ? 1 : correction.amount, parameter.neutral]
        : [correction.amount, 0];
    const value = neutral + (stated - neutral) * scale;
    const slider = SLIDERS[name];
    if (slider) settings[slider[0]] = value * slider[1];
    else if (AS_STORED[name]) settings[AS_STORED[name]] = value;
    else if (name === 'LocalToningSaturation') settings['LocalToningSaturation'] = value * 100;
  }
  for (const [name, points] of Object.entries(correction.curves ?? {}))
    if (points) settings[CURVES[name as keyof typeof CURVES]] = points;
  return settings;
}

/** Corrections that do something. */
export function activeCorrections(settings: Settings): Correction[] {
  return (settings.MaskGroupBasedCorrections ?? []).filter(
    (correction) => correction.active && correction.amount > 0 && correction.masks.length > 0,
  );
}
