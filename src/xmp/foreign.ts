/**
 * Keys that Camera Raw knows and this product does not render (names as listed by the public metadata tools).
 * They are kept when a file is written again.
 */
const FAMILIES: readonly { readonly panel: string; readonly pattern: RegExp }[] = [
  {
    panel: 'Lens',
    pattern:
      /^(LensProfile\w*|LensManualDistortionAmount|AutoLateralCA|VignetteAmount|VignetteMidpoint|ChromaticAberration[RB]|Defringe(Purple|Green)?(Amount|HueLo|HueHi)?)$/,
  },
  {
    panel: 'Transform',
    pattern: /^(Perspective(Upright|Vertical|Horizontal|Rotate|Aspect|Scale|X|Y)|Upright\w*)$/,
  },
  {
    panel: 'Crop',
    pattern:
      /^(Crop(Top|Left|Bottom|Right|Angle|Width|Height|Units?|Constrain\w+)|HasCrop|Clipboard(AspectRatio|Orientation))$/,
  },
  {
    panel: 'HDR',
    pattern: /^(SDR(Brightness|Contrast|Clarity|Highlights|Shadows|Whites|Blend)|HDR(EditMode|MaxValue))$/,
  },
  { panel: 'Lens blur', pattern: /^(LensBlur|DepthBasedCorrections|DepthMapInfo)$/ },
  { panel: 'Point color', pattern: /^(PointColors|ColorVariance)$/ },
  {
    panel: 'Profile',
    pattern:
      /^(CameraProfile|CameraProfileDigest|LookName|LookTable|RGBTable\w*|Table_[0-9A-F]+|ToneMapStrength|OverrideLookVignette)$/,
  },
  { panel: 'Retouching', pattern: /^(RetouchInfo|RetouchAreas|RedEyeInfo|RangeMask\w*)$/ },
  { panel: 'Older masks', pattern: /^(PaintBasedCorrections|(Circular)?GradientBasedCorrections)$/ },
  {
    panel: 'Automatic',
    pattern:
      /^(Auto(Exposure|Contrast|Shadows|Brightness|Tone|ToneDigest|ToneDigestNoSat|WhiteVersion|GrayscaleMix)|DefaultAuto(Gray|Tone))$/,
  },
  {
    panel: 'Process version 1 and 2',
    pattern:
      /^(Exposure|Contrast|Brightness|Shadows|Clarity|FillLight|HighlightRecovery|Highlight2012|Smoothness|MoireFilter|ColorTemperature|ToneCurve(Red|Green|Blue|Name)?)$/,
  },
  { panel: 'Grain', pattern: /^GrainSeed$/ },
  { panel: 'Panel switch', pattern: /^(Enable[A-Z]\w+|ToggleStyle(Amount|Digest))$/ },
];

/** Panel of a real Camera Raw key that is not rendered; undefined for any other key. */
export function foreignPanel(key: string): string | undefined {
  return FAMILIES.find((family) => family.pattern.test(key))?.panel;
}

const BOOKKEEPING =
  /^(Version|CompatibleVersion|ProcessVersion|HasSettings|AlreadyApplied|RawFileName|ToneCurveName2012|PresetType|Cluster|UUID|Supports\w+|RequiresRGBTables|ShowInPresets|ShowInQuickActions|CameraModelRestriction|Copyright|ContactInfo|Name|ShortName|SortName|Group|Description|DNGIgnoreSidecars|DefaultsSpecificTo(ISO|Serial)|Converter|What|(JPEG|TIFF)Handling|NegativeCache\w+)$/;

/** Whether a key only describes the file: version, names, what a preset supports. */
export function isBookkeeping(key: string): boolean {
  return BOOKKEEPING.test(key);
}
