import type { Axis } from '#wire/goal.ts';
import { knob, type Way } from '../axis.ts';
import type { TonalRegion } from '../region.ts';

/** Wheel of the grading panel that works in a tonal region. */
const WHEELS: Readonly<Record<TonalRegion, { hue: string; strength: string; luminance: string }>> = {
  shadows: {
    hue: 'SplitToningShadowHue',
    strength: 'SplitToningShadowSaturation',
    luminance: 'ColorGradeShadowLum',
  },
  midtones: {
    hue: 'ColorGradeMidtoneHue',
    strength: 'ColorGradeMidtoneSat',
    luminance: 'ColorGradeMidtoneLum',
  },
  highlights: {
    hue: 'SplitToningHighlightHue',
    strength: 'SplitToningHighlightSaturation',
    luminance: 'ColorGradeHighlightLum',
  },
};
const HUES: Readonly<Partial<Record<Axis, readonly [more: number, less: number]>>> = {
  warmth: [42, 222],
  tint: [310, 130],
};
const TONES: Readonly<Record<TonalRegion, Way>> = {
  shadows: {
    id: 'shadows',
    title: 'shadows',
    knobs: [knob('Shadows2012', 55, -85, 85), knob('ParametricShadows', 12, -50, 50)],
  },
  midtones: {
    id: 'midtones',
    title: 'middle tones',
    knobs: [knob('ParametricDarks', 35, -60, 60), knob('ParametricLights', 35, -60, 60)],
  },
  highlights: {
    id: 'highlights',
    title: 'highlights',
    knobs: [knob('Highlights2012', 55, -95, 80), knob('ParametricLights', 12, -50, 50)],
  },
};

/** How an axis is brought about in the shadows, middle tones or highlights without a mask; null when it needs one. */
export function tonalWay(axis: Axis, direction: 1 | -1, region: TonalRegion): Way | null {
  if (axis === 'brightness') return TONES[region];
  const hues = HUES[axis];
  if (!hues) return null;
  const wheel = WHEELS[region];
  return {
    id: 'grading',
    title: `graded in the ${region}`,
    set: { [wheel.hue]: direction > 0 ? hues[0] : hues[1] },
    knobs: [knob(wheel.strength, 25, 0, 55)],
  };
}
