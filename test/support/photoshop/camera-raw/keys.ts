/**
 * The filter's own keys, written from the evidence alone and not from what the plug-in sends: a wrong key in the
 * plug-in is then ignored here as it would be there. [HOST KB "moved", DRM; reference table §1.3]
 */

/** `integer` and `real` are different to the host: a number of the other kind is ignored without a word. */
export interface Key {
  readonly setting: string;
  readonly type: 'integer' | 'real';
  readonly minimum: number;
  readonly maximum: number;
}

const signed = (setting: string): Key => ({ setting, type: 'integer', minimum: -100, maximum: 100 });
const upTo = (setting: string, maximum = 100, minimum = 0): Key => ({
  setting,
  type: 'integer',
  minimum,
  maximum,
});

const COLORS = {
  R: 'Red',
  O: 'Orange',
  Y: 'Yellow',
  G: 'Green',
  A: 'Aqua',
  B: 'Blue',
  P: 'Purple',
  M: 'Magenta',
};

const MIXER = Object.fromEntries(
  Object.entries(COLORS).flatMap(([letter, color]) => [
    [`$HA_${letter}`, signed(`HueAdjustment${color}`)],
    [`$SA_${letter}`, signed(`SaturationAdjustment${color}`)],
    [`$LA_${letter}`, signed(`LuminanceAdjustment${color}`)],
  ]),
) as Record<string, Key>;

export const KEYS: Readonly<Record<string, Key>> = {
  // Relative, not Kelvin [HOST DRM].
  $Temp: signed('IncrementalTemperature'),
  $Tint: signed('IncrementalTint'),
  // An integer is ignored [HOST DRM §1.4.1].
  $Ex12: { setting: 'Exposure2012', type: 'real', minimum: -5, maximum: 5 },
  $Cr12: signed('Contrast2012'),
  $Hi12: signed('Highlights2012'),
  $Sh12: signed('Shadows2012'),
  $Wh12: signed('Whites2012'),
  $Bk12: signed('Blacks2012'),
  $CrTx: signed('Texture'),
  $Cl12: signed('Clarity2012'),
  $Dhze: signed('Dehaze'),
  $Vibr: signed('Vibrance'),
  // Without `$`, as `curve` and `sharpen` are [HOST KB, DRM §1.4.2].
  saturation: signed('Saturation'),
  $PC_H: signed('ParametricHighlights'),
  $PC_L: signed('ParametricLights'),
  $PC_D: signed('ParametricDarks'),
  $PC_S: signed('ParametricShadows'),
  $PC_1: upTo('ParametricShadowSplit', 70, 10),
  $PC_2: upTo('ParametricMidtoneSplit', 80, 20),
  $PC_3: upTo('ParametricHighlightSplit', 90, 30),
  $crfs: upTo('CurveRefineSaturation', 200),
  ...MIXER,
  $STSH: upTo('SplitToningShadowHue', 360),
  $STSS: upTo('SplitToningShadowSaturation'),
  $STHH: upTo('SplitToningHighlightHue', 360),
  $STHS: upTo('SplitToningHighlightSaturation'),
  $CgMH: upTo('ColorGradeMidtoneHue', 360),
  $CgMS: upTo('ColorGradeMidtoneSat'),
  $CgSL: signed('ColorGradeShadowLum'),
  $CgML: signed('ColorGradeMidtoneLum'),
  $CgHL: signed('ColorGradeHighlightLum'),
  $CgGH: upTo('ColorGradeGlobalHue', 360),
  $CgGS: upTo('ColorGradeGlobalSat'),
  $CgGL: signed('ColorGradeGlobalLum'),
  $CgBl: upTo('ColorGradeBlending'),
  $STB: signed('SplitToningBalance'),
  sharpen: upTo('Sharpness', 150),
  // Whether an integer is ignored here too is untested; the harder case [HOST DRM: never sends one].
  $ShpR: { setting: 'SharpenRadius', type: 'real', minimum: 0.5, maximum: 3 },
  $ShpD: upTo('SharpenDetail'),
  $ShpM: upTo('SharpenEdgeMasking'),
  $LNR: upTo('LuminanceSmoothing'),
  $LNRD: upTo('LuminanceNoiseReductionDetail'),
  $LNRC: upTo('LuminanceNoiseReductionContrast'),
  $CNR: upTo('ColorNoiseReduction'),
  $CNRD: upTo('ColorNoiseReductionDetail'),
  $CNRS: upTo('ColorNoiseReductionSmoothness'),
  $PCVA: signed('PostCropVignetteAmount'),
  $PCVM: upTo('PostCropVignetteMidpoint'),
  $PCVF: upTo('PostCropVignetteFeather'),
  $PCVR: signed('PostCropVignetteRoundness'),
  $PCVH: upTo('PostCropVignetteHighlightContrast'),
  $PCVS: upTo('PostCropVignetteStyle', 3, 1),
  $GRNA: upTo('GrainAmount'),
  $GRNS: upTo('GrainSize'),
  $GRNF: upTo('GrainFrequency'),
  $RHue: signed('RedHue'),
  $RSat: signed('RedSaturation'),
  $GHue: signed('GreenHue'),
  $GSat: signed('GreenSaturation'),
  $BHue: signed('BlueHue'),
  $BSat: signed('BlueSaturation'),
};

/** Flat lists `[x0, y0, x1, y1, …]` of whole numbers 0…255 [HOST KB, DRM]. */
export const CURVE_KEYS: Readonly<Record<string, string>> = {
  curve: 'ToneCurvePV2012',
  $CrvR: 'ToneCurvePV2012Red',
  $CrvG: 'ToneCurvePV2012Green',
  $CrvB: 'ToneCurvePV2012Blue',
};

/** Taken and kept, without an effect on the pixels of this double. */
export const SILENT_KEYS: readonly string[] = [
  '$DfPA',
  '$DfGA',
  '$DPHL',
  '$DPHH',
  '$DPGL',
  '$DPGH',
  '$AuCA',
  '$BlkB',
  '$CMod',
  '$CamP',
  'Look',
  '$LokN',
  '$LokU',
  '$LokA',
];

/** What Camera Raw writes of itself into every filter [HOST DRM §17.17]. */
export const VERSIONS = { $CrVe: '18.6', $PrVN: 6, $PrVe: 251920384 } as const;
