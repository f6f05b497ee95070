import type { Axis } from '#wire/goal.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { HUE, SATURATION, TINT, VIBRANCE, WARMTH } from './color-axes.ts';
import { CLARITY, DEHAZE, GRAIN, NOISE, SHARPNESS, TEXTURE } from './detail-axes.ts';
import { BLACKS, BRIGHTNESS, CONTRAST, FADE, HIGHLIGHTS, SHADOWS, VIGNETTE, WHITES } from './tone-axes.ts';

/** The measure of every axis that a goal can name. */
export const AXIS_MEASURES: Readonly<Record<Axis, AxisMeasure>> = {
  brightness: BRIGHTNESS,
  contrast: CONTRAST,
  warmth: WARMTH,
  tint: TINT,
  saturation: SATURATION,
  vibrance: VIBRANCE,
  hue: HUE,
  highlights: HIGHLIGHTS,
  shadows: SHADOWS,
  whites: WHITES,
  blacks: BLACKS,
  clarity: CLARITY,
  texture: TEXTURE,
  dehaze: DEHAZE,
  sharpness: SHARPNESS,
  noise: NOISE,
  grain: GRAIN,
  vignette: VIGNETTE,
  fade: FADE,
};
