import type { Axis } from '#wire/goal.ts';
import type { AxisSpec } from '../axis.ts';
import { brightness } from './brightness.ts';
import { contrast } from './contrast.ts';
import { blacks, highlights, shadows, whites } from './ends.ts';
import { fade, grain, noise, sharpness, vignette } from './finish.ts';
import { hue } from './hue.ts';
import { clarity, dehaze, texture } from './presence.ts';
import { saturation } from './saturation.ts';
import { tint } from './tint.ts';
import { vibrance } from './vibrance.ts';
import { warmth } from './warmth.ts';

/** Every axis a goal can name. */
export const AXIS_SPECS: Readonly<Record<Axis, AxisSpec>> = {
  brightness,
  contrast,
  warmth,
  tint,
  saturation,
  vibrance,
  hue,
  highlights,
  shadows,
  whites,
  blacks,
  clarity,
  texture,
  dehaze,
  sharpness,
  noise,
  grain,
  vignette,
  fade,
};
