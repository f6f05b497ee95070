import { type Curve, clamp, evaluate, smoothstep, type ToneFunction } from '../curve.ts';
import type { ChannelTones, PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { decode, encode } from '../transfer.ts';
import { LUMINANCE } from '../working-space.ts';

/**
 * Colour grading: one curve per channel on the display side. On the neutral axis a wheel multiplies linear light by
 * a tint of constant luminance; a coloured pixel's channels follow the same curves, each at its own level. Shapes
 * over the coded level fitted to Camera Raw 18.6 at saturation 50 (hues 30, 40, 210): 0.05 to 0.12 ΔE00 for the form.
 */
const SHADOW = { strength: 1.2, power: 3 };
const HIGHLIGHT = { strength: 2.85, power: 1.7 };
const MIDTONE = { strength: 0.45, centre: 0.458, width: 0.175 };
/** Not measured: what a wheel's luminance slider moves at ±100, in stops. */
const LUMINANCE_STOPS = 0.9;
const STEPS = 256;

interface Wheel {
  readonly hue: number;
  readonly saturation: number;
  readonly luminance: number;
}

export const grading: PointwiseOperator = {
  name: 'grading',
  scene: false,
  prepare(settings) {
    const wheel = (hue: string, saturation: string, luminance: string): Wheel => ({
      hue: amountOf(settings, hue),
      saturation: amountOf(settings, saturation) / 50,
      luminance: (amountOf(settings, luminance) / 100) * LUMINANCE_STOPS,
    });
    const shadow = wheel('SplitToningShadowHue', 'SplitToningShadowSaturation', 'ColorGradeShadowLum');
    const middle = wheel('ColorGradeMidtoneHue', 'ColorGradeMidtoneSat', 'ColorGradeMidtoneLum');
    const light = wheel(
      'SplitToningHighlightHue',
      'SplitToningHighlightSaturation',
      'ColorGradeHighlightLum',
    );
    const all = wheel('ColorGradeGlobalHue', 'ColorGradeGlobalSat', 'ColorGradeGlobalLum');
    if ([shadow, middle, light, all].every((one) => one.saturation === 0 && one.luminance === 0))
      return undefined;
    const blending = amountOf(settings, 'ColorGradeBlending', 50) / 100;
    const bend = 2 ** (-amountOf(settings, 'SplitToningBalance') / 100);
    const wheels = [shadow, middle, light, all].map(({ hue, saturation, luminance }) => [
      hue,
      saturation,
      luminance,
    ]);
    return {
      kind: 'channels',
      name: `grading ${wheels.join(' ')} ${blending} ${bend}`,
      tones: () => tonesOf(shadow, middle, light, all, blending, bend),
    };
  },
};

function tonesOf(
  shadow: Wheel,
  middle: Wheel,
  light: Wheel,
  all: Wheel,
  blending: number,
  bend: number,
): ChannelTones {
  const shadowTint = tintOf(shadow.hue);
  const lightTint = tintOf(light.hue);
  const allTint = tintOf(all.hue);
  const middleTint = midtoneTint(middle.hue);
  const curves = [0, 1, 2].map(() => new Float32Array(STEPS + 1));
  for (let i = 0; i <= STEPS; i++) {
    const level = (i / STEPS) ** bend;
    const shadowMove = shadow.saturation * shadowShare(level);
    const lightMove = light.saturation * highlightShare(level);
    const middleMove = middle.saturation * MIDTONE.strength * midtoneShare(level, blending);
    const allMove = all.saturation * globalShare(level);
    const stops =
      shadow.luminance * (1 - smoothstep(0.1, 0.7, level)) +
      middle.luminance * midtoneShare(level, blending) +
      light.luminance * smoothstep(0.3, 0.9, level) +
      all.luminance;
    const before = decode(i / STEPS);
    for (const channel of [0, 1, 2] as const) {
      const gain =
        tinted(shadowMove, shadowTint[channel], level) *
        tinted(lightMove, lightTint[channel], level) *
        tinted(allMove, allTint[channel], level) *
        (middleMove === 0 ? 1 : Math.exp(middleMove * middleTint[channel]));
      curves[channel]![i] = encode(roll(before * gain, stops));
    }
  }
  const tone =
    (curve: Curve): ToneFunction =>
    (x) =>
      x <= 0 ? x : x >= 1 ? evaluate(curve, 1) + (x - 1) : evaluate(curve, x);
  return [tone(curves[0]!), tone(curves[1]!), tone(curves[2]!)];
}

/** Lightens or darkens without pushing white over the edge: stops fade as the level nears white when positive. */
function roll(x: number, stops: number): number {
  if (stops === 0) return x;
  const k = 2 ** stops;
  return stops > 0 ? (x * k) / (1 + (k - 1) * clamp(x, 0, 1)) : x * k;
}

function shadowShare(x: number): number {
  return SHADOW.strength * (1 - x * x) ** SHADOW.power;
}

function highlightShare(x: number): number {
  return HIGHLIGHT.strength * x ** HIGHLIGHT.power * (1 - x);
}

/** Wider as Blending rises; at 50 the measured width. */
function midtoneShare(x: number, blending: number): number {
  const width = MIDTONE.width * (0.6 + 0.8 * blending);
  return Math.exp(-(((x - MIDTONE.centre) / width) ** 2) / 2);
}

function globalShare(x: number): number {
  return 0.6 * (shadowShare(x) + highlightShare(x));
}

/** Gain of a channel: the tint added in linear light in the shadows, multiplied in (exponential) above. */
function tinted(strength: number, tint: number, level: number): number {
  if (strength === 0) return 1;
  const move = strength * tint;
  const linear = Math.max(0.02, 1 + move);
  const exponential = Math.exp(move);
  const s = 1 - smoothstep(0.2, 0.55, level);
  return exponential + (linear - exponential) * s;
}

/** Fully saturated colour of a hue, minus its own luminance: adds no light. */
function tintOf(hue: number): [number, number, number] {
  const rgb = rgbOf(hue);
  const y = LUMINANCE[0] * rgb[0] + LUMINANCE[1] * rgb[1] + LUMINANCE[2] * rgb[2];
  return [rgb[0] - y, rgb[1] - y, rgb[2] - y];
}

/** The midtone wheel keeps the middle between the largest and the smallest channel instead. */
function midtoneTint(hue: number): [number, number, number] {
  const [r, g, b] = rgbOf(hue);
  return [r - 0.5, g - 0.5, b - 0.5];
}

function rgbOf(hue: number): [number, number, number] {
  const part = (offset: number) => clamp(Math.abs(((((hue / 60 + offset) % 6) + 6) % 6) - 3) - 1, 0, 1);
  return [part(0), part(4), part(2)];
}
