import { MIXER_COLORS } from '#settings/mixer.ts';
import type { CurveParameter, NumberParameter } from '#settings/parameter.ts';
import { parameterByName } from '#settings/parameters.ts';

/**
 * How a value stands in the descriptor. A `real` must never be a whole number: Photoshop takes JSON's `2` for an
 * integer and ignores it without a word.
 */
export type Spelling = 'integer' | 'real' | 'curve';

export interface CameraRawKey {
  readonly parameter: NumberParameter | CurveParameter;
  /** In the descriptor. Four-letter codes have a leading `$` in action JSON; plain names have none. */
  readonly key: string;
  readonly spelling: Spelling;
}

/**
 * `crs:` name → key of the Camera Raw Filter, in the order in which Camera Raw 18.6 (Photoshop 27) reports them.
 * Evidence, of two people who measured independently in real hosts:
 * `moved` – the slider was set to a value of its own, which came back under this key;
 * `default` – the key came along at the slider's default;
 * `sent` – the key was sent and its effect measured in pixels.
 * Ranges, defaults and steps are the registry's.
 */
const KEYS: readonly (readonly [name: string, key: string])[] = [
  // Relative for a picture in Photoshop, −100…100, never kelvin. moved, sent
  ['IncrementalTemperature', '$Temp'],
  ['IncrementalTint', '$Tint'],
  // moved, sent; a whole number is ignored
  ['Exposure2012', '$Ex12'],
  // moved
  ['Contrast2012', '$Cr12'],
  ['Highlights2012', '$Hi12'],
  ['Shadows2012', '$Sh12'],
  ['Whites2012', '$Wh12'],
  ['Blacks2012', '$Bk12'],
  ['Texture', '$CrTx'],
  ['Clarity2012', '$Cl12'],
  ['Dehaze', '$Dhze'],
  ['Vibrance', '$Vibr'],
  // Without `$`: `$Strt` and `$Sat`, which circulate, are wrong. moved
  ['Saturation', 'saturation'],
  // moved; without the three splits beside them the four have no effect
  ['ParametricShadows', '$PC_S'],
  ['ParametricDarks', '$PC_D'],
  ['ParametricLights', '$PC_L'],
  ['ParametricHighlights', '$PC_H'],
  // The second one moved, the others default
  ['ParametricShadowSplit', '$PC_1'],
  ['ParametricMidtoneSplit', '$PC_2'],
  ['ParametricHighlightSplit', '$PC_3'],
  // Without `$`; flat x, y, x, y … 0…255. moved
  ['ToneCurvePV2012', 'curve'],
  // default, sent
  ['ToneCurvePV2012Red', '$CrvR'],
  ['ToneCurvePV2012Green', '$CrvG'],
  ['ToneCurvePV2012Blue', '$CrvB'],
  // default
  ['CurveRefineSaturation', '$crfs'],
  // All 24 default; hue, saturation and luminance of three families moved
  ...(['Hue', 'Saturation', 'Luminance'] as const).flatMap((property) =>
    MIXER_COLORS.map((color) => [`${property}Adjustment${color}`, `$${property[0]}A_${color[0]}`] as const),
  ),
  // moved
  ['SplitToningShadowHue', '$STSH'],
  ['SplitToningShadowSaturation', '$STSS'],
  ['ColorGradeMidtoneHue', '$CgMH'],
  ['ColorGradeMidtoneSat', '$CgMS'],
  ['SplitToningHighlightHue', '$STHH'],
  ['SplitToningHighlightSaturation', '$STHS'],
  // default
  ['ColorGradeShadowLum', '$CgSL'],
  ['ColorGradeMidtoneLum', '$CgML'],
  ['ColorGradeHighlightLum', '$CgHL'],
  ['ColorGradeGlobalHue', '$CgGH'],
  ['ColorGradeGlobalSat', '$CgGS'],
  ['ColorGradeGlobalLum', '$CgGL'],
  // moved
  ['ColorGradeBlending', '$CgBl'],
  ['SplitToningBalance', '$STB'],
  // Without `$`; 150 is taken. moved, sent
  ['Sharpness', 'sharpen'],
  // sent, always as a fraction; recorded scripts put it as a double. Whether a whole number would do the self-test asks
  ['SharpenRadius', '$ShpR'],
  // sent
  ['SharpenDetail', '$ShpD'],
  ['SharpenEdgeMasking', '$ShpM'],
  // The amounts moved, their companions default
  ['LuminanceSmoothing', '$LNR'],
  ['LuminanceNoiseReductionDetail', '$LNRD'],
  ['LuminanceNoiseReductionContrast', '$LNRC'],
  ['ColorNoiseReduction', '$CNR'],
  ['ColorNoiseReductionDetail', '$CNRD'],
  ['ColorNoiseReductionSmoothness', '$CNRS'],
  ['GrainAmount', '$GRNA'],
  ['GrainSize', '$GRNS'],
  ['GrainFrequency', '$GRNF'],
  ['PostCropVignetteAmount', '$PCVA'],
  ['PostCropVignetteMidpoint', '$PCVM'],
  ['PostCropVignetteFeather', '$PCVF'],
  ['PostCropVignetteRoundness', '$PCVR'],
  ['PostCropVignetteHighlightContrast', '$PCVH'],
  ['PostCropVignetteStyle', '$PCVS'],
  // moved
  ['RedHue', '$RHue'],
  ['RedSaturation', '$RSat'],
  ['GreenHue', '$GHue'],
  ['GreenSaturation', '$GSat'],
  ['BlueHue', '$BHue'],
  ['BlueSaturation', '$BSat'],
];

/** The registry decides the spelling: sliders with fractional steps are reals. */
function keyOf([name, key]: readonly [string, string]): CameraRawKey {
  const parameter = parameterByName(name);
  if (parameter?.kind === 'curve') return { parameter, key, spelling: 'curve' };
  if (parameter?.kind !== 'number') throw new TypeError(`There is no slider or curve '${name}'`);
  return { parameter, key, spelling: parameter.step < 1 ? 'real' : 'integer' };
}

export const CAMERA_RAW_KEYS: readonly CameraRawKey[] = KEYS.map(keyOf);

/** A record of its own: how the white balance was chosen. moved */
export const WHITE_BALANCE = '$WBal';
/** XMP text with the local corrections; empty in recorded scripts without any. sent, and read back */
export const LOCAL_CORRECTIONS = '$LCs';
/** The filter's own name among the host's commands. */
export const CAMERA_RAW_FILTER = 'Adobe Camera Raw Filter';

/**
 * Camera Raw's version, process version number and process version. Left out they are taken as the newest; sent, they
 * must be those of the very host.
 */
export const VERSION_KEYS = ['$CrVe', '$PrVN', '$PrVe'] as const;

/**
 * Keys that the host may add by itself, with the value that has no effect (undefined: anything). None is ever sent:
 * lens and perspective are not part of what is retouched here; `$BlkB` stands where the shadow tint should, which
 * nobody has proved; `$CtoG` is black and white, whose mix has no known keys.
 */
export const HOST_KEYS: Readonly<Record<string, number | string | boolean | undefined>> = {
  $CrVe: undefined,
  $PrVN: undefined,
  $PrVe: undefined,
  $CMod: undefined,
  $Sett: undefined,
  $AWBV: undefined,
  $CamP: undefined,
  $CP_D: undefined,
  RGBSetupClass: undefined,
  $DMIn: undefined,
  $CtoG: false,
  $BlkB: 0,
  $VigA: 0,
  $AuCA: 0,
  $LPEn: 0,
  $MDis: 0,
  $PerV: 0,
  $PerH: 0,
  $PerR: 0,
  $PerS: 100,
  $PerA: 0,
  $PerU: 0,
  $PerX: 0,
  $PerY: 0,
  $DfPA: 0,
  $DPHL: 30,
  $DPHH: 70,
  $DfGA: 0,
  $DPGL: 40,
  $DPGH: 60,
  $Rtch: '',
  $REye: '',
  $Upri: undefined,
  $GuUr: undefined,
  $TMMs: 0,
  $PGTM: 0,
  $GLWA: 0,
  $GLWR: undefined,
  $GLWW: undefined,
  $GLWS: undefined,
  $GLST: undefined,
  $LokA: undefined,
};
