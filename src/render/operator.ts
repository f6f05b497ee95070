import type { Matrix3 } from '#color/space.ts';
import type { Settings } from '#settings/settings.ts';
import type { Apply } from './apply.ts';
import type { Curve, ToneFunction } from './curve.ts';
import type { WhitePoint } from './renderer.ts';

/**
 * What a develop step contributes. Neighbouring stages of one kind are joined into one table; `name` holds all that a
 * curve depends on, so that its table is built once (`tone` is called only then).
 */
export type Stage =
  | { readonly kind: 'matrix'; readonly matrix: Matrix3 }
  /** One gain for all channels, over their weighted sum, or over the largest. */
  | {
      readonly kind: 'gain';
      readonly over: 'largest' | readonly [number, number, number];
      /** Over the root of linear light (see curve.ts). */
      readonly curve: () => Curve;
    }
  /** Any change of single pixels in linear light; `kernel` says the same to the compiled kernels. */
  | { readonly kind: 'pixel'; readonly apply: Apply; readonly kernel?: () => PixelKernel }
  /** A curve over linear light on the largest and the smallest channel; the middle one keeps its place. */
  | { readonly kind: 'tone-linear'; readonly name: string; readonly tone: () => ToneFunction }
  /** The same on values coded with the sRGB transfer function, 0…1. */
  | { readonly kind: 'tone-encoded'; readonly name: string; readonly tone: () => ToneFunction }
  /** One curve per channel over coded values. */
  | { readonly kind: 'channels'; readonly name: string; readonly tones: () => ChannelTones };

/** Tables over the hue have one entry per degree, and one more. */
export type PixelKernel =
  | {
      readonly kind: 'mixer';
      readonly shifts: Float32Array;
      readonly chromas: Float32Array;
      readonly levels: Float32Array;
    }
  /** Over the root of linear light (see curve.ts). */
  | { readonly kind: 'remove-base'; readonly curve: Curve }
  | { readonly kind: 'vibrance-up'; readonly amounts: Float32Array }
  /** Factors on chroma and on the largest channel over the saturation 0…1. */
  | { readonly kind: 'vibrance-down'; readonly chromas: Curve; readonly values: Curve };

export type ChannelTones = readonly [ToneFunction, ToneFunction, ToneFunction];

export interface OperatorContext {
  readonly source: 'rendered' | 'raw-preview';
  /** The white that Kelvin settings are relative to. */
  readonly asShot: WhitePoint;
  /** 0: an ordinary photograph; 1: a dark key like that of a test chart. Tone controls adapt to it. */
  readonly darkKey: number;
}

/** A develop step that looks at one pixel at a time. */
export interface PointwiseOperator {
  readonly name: string;
  /** Works on the scene side of a raw preview's base curve (the curve is then undone first). */
  readonly scene: boolean;
  /** Undefined when the settings leave it neutral: it is then not part of the plan at all. */
  prepare(settings: Settings, context: OperatorContext): Stage | undefined;
}
