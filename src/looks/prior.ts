import type { ColorName } from '#image/observation.ts';
import type { CurvePoint, Settings } from '#settings/settings.ts';
import type { Axis, Goal, GoalRegion } from '#wire/goal.ts';
import type { Look, LookReading } from './look.ts';

/** Hue 0…359° and saturation 0…100 of one grading wheel. */
type Wheel = readonly [hue: number, saturation: number];

interface Tone {
  readonly exposure?: number;
  readonly contrast?: number;
  readonly highlights?: number;
  readonly shadows?: number;
  readonly whites?: number;
  readonly blacks?: number;
}

interface Grade {
  readonly shadows?: Wheel;
  readonly midtones?: Wheel;
  readonly highlights?: Wheel;
  readonly whole?: Wheel;
  readonly balance?: number;
}

type Bands = Partial<Record<ColorName, number>>;

const TONE_NAMES = {
  exposure: 'Exposure2012',
  contrast: 'Contrast2012',
  highlights: 'Highlights2012',
  shadows: 'Shadows2012',
  whites: 'Whites2012',
  blacks: 'Blacks2012',
} as const;

/** Basic tone sliders: exposure in EV, the others −100…100. */
export function tone(values: Tone): Settings {
  const settings: Record<string, number> = {};
  for (const [key, value] of Object.entries(values)) settings[TONE_NAMES[key as keyof Tone]] = value;
  return settings;
}

/** White balance as an offset, −100…100: warmer and towards magenta are positive. */
export function balance(warmth: number, tint = 0): Settings {
  return { IncrementalTemperature: warmth, ...(tint === 0 ? {} : { IncrementalTint: tint }) };
}

/** The grading wheels. Camera Raw stores the outer two under their split-toning names. */
export function grade({ shadows, midtones, highlights, whole, balance: tilt }: Grade): Settings {
  return {
    ColorGradeBlending: 50,
    ...(shadows && { SplitToningShadowHue: shadows[0], SplitToningShadowSaturation: shadows[1] }),
    ...(midtones && { ColorGradeMidtoneHue: midtones[0], ColorGradeMidtoneSat: midtones[1] }),
    ...(highlights && {
      SplitToningHighlightHue: highlights[0],
      SplitToningHighlightSaturation: highlights[1],
    }),
    ...(whole && { ColorGradeGlobalHue: whole[0], ColorGradeGlobalSat: whole[1] }),
    ...(tilt === undefined ? {} : { SplitToningBalance: tilt }),
  };
}

function bands(prefix: string, values: Bands): Settings {
  const settings: Record<string, number> = {};
  for (const [color, value] of Object.entries(values)) {
    settings[`${prefix}${color.charAt(0).toUpperCase()}${color.slice(1)}`] = value;
  }
  return settings;
}

/** Mixer, −100…100 per colour family. */
export function hue(values: Bands): Settings {
  return bands('HueAdjustment', values);
}
export function saturation(values: Bands): Settings {
  return bands('SaturationAdjustment', values);
}
export function luminance(values: Bands): Settings {
  return bands('LuminanceAdjustment', values);
}

/** Black and white with the grey value of each colour family, −100…100. */
export function gray(values: Bands): Settings {
  return { ConvertToGrayscale: true, ...bands('GrayMixer', values) };
}

/** Film grain 0…100 with its size (25 is Camera Raw's) and roughness (50). */
export function grain(amount: number, size = 25, roughness = 50): Settings {
  return { GrainAmount: amount, GrainSize: size, GrainFrequency: roughness };
}

/** Darkened edges for negative amounts, as the slider has it. */
export function vignette(amount: number, midpoint = 45, feather = 65): Settings {
  return {
    PostCropVignetteAmount: amount,
    PostCropVignetteMidpoint: midpoint,
    PostCropVignetteFeather: feather,
  };
}

/**
 * Point curve with a lifted black (`black`), a lowered white (`white`) and an S of `bend` between them, all in
 * 0…255 units. The toe is flat so that shadows turn milky and midtones stay where they were.
 */
export function curve(black: number, white = 255, bend = 0): Settings {
  const points: CurvePoint[] = [
    [0, black],
    [48, Math.round(48 + 0.5 * black - 0.7 * bend)],
    [128, 128 + Math.round(0.08 * black)],
    [200, Math.round(200 - 0.35 * (255 - white) + 0.7 * bend)],
    [255, white],
  ];
  return { ToneCurvePV2012: points };
}

/** Point curve of one channel, 0…255 units. */
export function channel(name: 'Red' | 'Green' | 'Blue', points: readonly CurvePoint[]): Settings {
  return { [`ToneCurvePV2012${name}`]: points };
}

/** Presence sliders: texture, clarity, dehaze, vibrance and saturation, −100…100. */
export function presence(values: {
  readonly texture?: number;
  readonly clarity?: number;
  readonly dehaze?: number;
  readonly vibrance?: number;
  readonly saturation?: number;
}): Settings {
  const names = {
    texture: 'Texture',
    clarity: 'Clarity2012',
    dehaze: 'Dehaze',
    vibrance: 'Vibrance',
    saturation: 'Saturation',
  };
  const settings: Record<string, number> = {};
  for (const [key, value] of Object.entries(values)) settings[names[key as keyof typeof names]] = value;
  return settings;
}

/** One reading of a look from parts; a later part wins over an earlier one. */
export function reading(title: string, ...parts: readonly Settings[]): LookReading {
  return { title, settings: Object.assign({}, ...parts) as Settings };
}

/** A goal that a look brings with it. */
export function implied(
  axis: Axis,
  direction: 1 | -1,
  amount = 1,
  region: GoalRegion | null = null,
): Omit<Goal, 'words'> {
  return { axis, direction, amount, region };
}

/** A look; its id is its name in kebab-case, and its name always counts among its words. */
export function look(
  name: string,
  words: readonly string[],
  about: string,
  implies: readonly Omit<Goal, 'words'>[],
  readings: readonly LookReading[],
): Look {
  return { id: name.replace(/[^a-z0-9]+/g, '-'), name, words: [name, ...words], about, implies, readings };
}
