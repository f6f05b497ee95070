import { MIXER_COLORS } from '#settings/mixer.ts';

/** One of MonetGPT's operations as a slider here: its integer −100…100 times a factor, by sign. */
export interface MonetOperation {
  readonly name: string;
  readonly setting: string;
  readonly up: number;
  readonly down: number;
}

export interface MonetStage {
  /** As a heading of the stage's prompt. */
  readonly title: string;
  readonly about: string;
  readonly operations: readonly MonetOperation[];
}

function operation(name: string, setting: string, up = 1, down = up): MonetOperation {
  return { name, setting, up, down };
}

/**
 * MonetGPT (arXiv 2505.06176; repository niladridutt/monetGPT, MIT, `config.py` and `configs/inference_config.yaml`):
 * three stages, 6 + 3 + 24 operations. Its authors damp what the model predicts before they apply it, since it
 * overshoots; their damping is the factors here. Operations go to Camera Raw's slider of the same name:
 *
 * | operation | slider | factor | why |
 * |---|---|---|---|
 * | Exposure | Exposure2012, EV | 0.01 | halved, and 100 is about 2 EV in their engine |
 * | Contrast | Contrast2012 | 1 up, ⅓ down | their damping of softening |
 * | Blacks | Blacks2012 | ½ | halved; what they add to make up for their own curve is left out |
 * | Highlights, Shadows, Whites | the same 2012 | 1 | |
 * | Temperature | IncrementalTemperature | 1 up, ½ down | cooling is harsher than warming |
 * | Tint | IncrementalTint | 1 | |
 * | Saturation, SaturationAdjustment* | the same | 1 up, ⅓ down | their damping of muting |
 * | HueAdjustment*, LuminanceAdjustment* | the same | 1 | |
 *
 * The dehazing that they accrue from other operations is a correction of their engine and has no counterpart.
 */
export const MONET_STAGES: readonly MonetStage[] = [
  {
    title: 'Exposure, contrast and tonal range',
    about: 'how light the picture is as a whole and how its tones are spread',
    operations: [
      operation('Blacks', 'Blacks2012', 0.5),
      operation('Contrast', 'Contrast2012', 1, 1 / 3),
      operation('Highlights', 'Highlights2012'),
      operation('Shadows', 'Shadows2012'),
      operation('Whites', 'Whites2012'),
      operation('Exposure', 'Exposure2012', 0.01),
    ],
  },
  {
    title: 'White balance and global saturation',
    about: 'how warm or cool, how green or magenta, and how colourful the picture is as a whole',
    operations: [
      operation('Temperature', 'IncrementalTemperature', 1, 0.5),
      operation('Tint', 'IncrementalTint'),
      operation('Saturation', 'Saturation', 1, 1 / 3),
    ],
  },
  {
    title: 'Selective color',
    about: 'hue, saturation and luminance of single color ranges; only the few that matter in this photo',
    operations: (['Hue', 'Saturation', 'Luminance'] as const).flatMap((property) =>
      MIXER_COLORS.map((color) => {
        const name = `${property}Adjustment${color}`;
        return operation(name, name, 1, property === 'Saturation' ? 1 / 3 : 1);
      }),
    ),
  },
];

/** What the integers mean, as the model was trained to read them. */
export const MONET_INTENSITIES: readonly (readonly [range: string, words: string])[] = [
  ['1-12', 'Very Slight'],
  ['13-24', 'Slight'],
  ['25-36', 'Mild'],
  ['37-48', 'Moderate'],
  ['49-60', 'Noticeable'],
  ['61-72', 'Significant'],
  ['73-84', 'Very Significant'],
  ['85-100', 'Extremely Intense'],
];
