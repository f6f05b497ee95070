import type { Settings } from '#settings/settings.ts';

/** Everything that works on a pixel by itself: white balance, tone, curve, mixer, grading, vibrance. */
export const POINTWISE: Settings = {
  IncrementalTemperature: 12,
  IncrementalTint: -4,
  Exposure2012: 0.35,
  Contrast2012: 18,
  Vibrance: 20,
  ToneCurvePV2012: [
    [0, 4],
    [64, 58],
    [128, 130],
    [192, 200],
    [255, 252],
  ],
  HueAdjustmentRed: 4,
  HueAdjustmentOrange: -6,
  HueAdjustmentYellow: -8,
  HueAdjustmentGreen: -12,
  HueAdjustmentAqua: 10,
  HueAdjustmentBlue: -6,
  HueAdjustmentPurple: 5,
  HueAdjustmentMagenta: 7,
  SaturationAdjustmentRed: -6,
  SaturationAdjustmentOrange: 8,
  SaturationAdjustmentYellow: -10,
  SaturationAdjustmentGreen: -15,
  SaturationAdjustmentAqua: 12,
  SaturationAdjustmentBlue: 18,
  SaturationAdjustmentPurple: -8,
  SaturationAdjustmentMagenta: -5,
  LuminanceAdjustmentRed: -4,
  LuminanceAdjustmentOrange: 6,
  LuminanceAdjustmentYellow: 8,
  LuminanceAdjustmentGreen: -10,
  LuminanceAdjustmentAqua: -6,
  LuminanceAdjustmentBlue: -15,
  LuminanceAdjustmentPurple: 5,
  LuminanceAdjustmentMagenta: 4,
  SplitToningShadowHue: 215,
  SplitToningShadowSaturation: 14,
  ColorGradeMidtoneHue: 30,
  ColorGradeMidtoneSat: 6,
  SplitToningHighlightHue: 42,
  SplitToningHighlightSaturation: 12,
  ColorGradeBlending: 50,
  SplitToningBalance: 5,
};

/** The whole chain that the bench measures: what a thorough edit touches, local tone included. */
export const FULL_CHAIN: Settings = {
  ...POINTWISE,
  Highlights2012: -60,
  Shadows2012: 60,
  Clarity2012: 20,
};

/** How far each moves from one to the next, and after how many it begins again. */
const VARIED: Readonly<Record<string, readonly [step: number, period: number]>> = {
  Exposure2012: [0.02, 31],
  Contrast2012: [1, 7],
  Shadows2012: [-1, 11],
  Clarity2012: [1, 5],
  SaturationAdjustmentBlue: [1, 13],
  LuminanceAdjustmentGreen: [-1, 3],
  SplitToningShadowHue: [2, 17],
  Vibrance: [1, 4],
};

/**
 * The same work with other numbers, as candidates differ: nothing that an engine keeps of one rendering serves the next.
 * `index` from 0; all differ (the periods have no common divisor).
 */
export function varied(settings: Settings, index: number): Settings {
  const moved = Object.entries(VARIED).flatMap(([name, [step, period]]) => {
    const value = settings[name];
    return typeof value === 'number'
      ? [[name, Math.round(100 * (value + step * (index % period))) / 100] as const]
      : [];
  });
  return { ...settings, ...Object.fromEntries(moved) };
}
