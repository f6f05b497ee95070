import type { WhitePoint } from '#render/renderer.ts';
import { MIXER_COLORS } from '#settings/mixer.ts';
import type { Settings } from '#settings/settings.ts';
import { curve, type Dial, kelvin, kelvinTint, slider, wheel } from './dial.ts';

/** Dials that are tried together. */
export interface Stage {
  readonly name: string;
  readonly dials: readonly Dial[];
}

/** What the stages are chosen by. */
export interface Ground {
  readonly base: Settings;
  readonly asShot: WhitePoint;
  /** Whether white balance is told in Kelvin (raw files) or in steps from what the file has (all others). */
  readonly kelvin: boolean;
  /** Whether the wanted picture is black and white, toned or not. */
  readonly grey: boolean;
  readonly locked: readonly string[];
}

/**
 * What is tried, the usual tools first: a later stage stays only where the ones before leave a difference that it takes
 * away. Reaches are about the size of the settings that photographers' presets have.
 */
export function stagesFor(ground: Ground): readonly Stage[] {
  const stages = [
    { name: 'exposure and white', dials: [exposure, ...white(ground)] },
    { name: 'light and colour', dials: [...LIGHT, ...(ground.grey ? [] : COLOUR)] },
    { name: 'curve', dials: [curve('ToneCurvePV2012', 20)] },
    { name: 'grading', dials: WHEELS },
    ground.grey ? { name: 'black and white mix', dials: GREY_MIX } : { name: 'mixer', dials: MIXER },
    { name: 'effects', dials: EFFECTS },
  ];
  const locked = new Set(ground.locked);
  return stages
    .map(({ name, dials }) => ({
      name,
      dials: dials.filter((dial) => dial.names.every((one) => !locked.has(one))),
    }))
    .filter(({ dials }) => dials.length > 0);
}

const exposure = slider('Exposure2012', 1);
const LIGHT: readonly Dial[] = [
  slider('Contrast2012', 40),
  slider('Highlights2012', 60),
  slider('Shadows2012', 60),
  slider('Whites2012', 40),
  slider('Blacks2012', 40),
];
const COLOUR: readonly Dial[] = [slider('Saturation', 40), slider('Vibrance', 40)];

function white({ kelvin: inKelvin, asShot, grey }: Ground): readonly Dial[] {
  // Of a grey picture the light's colour only tells how colours turned to greys, which is what the mix is for.
  if (grey) return [];
  return inKelvin
    ? [kelvin(asShot, 40), kelvinTint(asShot, 25)]
    : [slider('IncrementalTemperature', 40), slider('IncrementalTint', 25)];
}

const WHEELS: readonly Dial[] = [
  wheel('SplitToningShadowHue', 'SplitToningShadowSaturation', 25),
  wheel('ColorGradeMidtoneHue', 'ColorGradeMidtoneSat', 25),
  wheel('SplitToningHighlightHue', 'SplitToningHighlightSaturation', 25),
];

const MIXER: readonly Dial[] = MIXER_COLORS.flatMap((color) => [
  slider(`HueAdjustment${color}`, 30),
  slider(`SaturationAdjustment${color}`, 40),
  slider(`LuminanceAdjustment${color}`, 40),
]);

const GREY_MIX: readonly Dial[] = MIXER_COLORS.map((color) => slider(`GrayMixer${color}`, 40));

const EFFECTS: readonly Dial[] = [
  slider('Clarity2012', 40),
  slider('Dehaze', 30),
  slider('PostCropVignetteAmount', 40),
];
