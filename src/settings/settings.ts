/** Point of a tone curve, both 0…255, x strictly increasing. */
export type CurvePoint = readonly [x: number, y: number];

/** How a mask joins the ones before it in its correction. */
export type MaskCombine = 'add' | 'subtract' | 'intersect';

interface MaskBase {
  readonly name?: string;
  /** Default `add`. */
  readonly combine: MaskCombine;
  /** The mask's own inversion. */
  readonly inverted: boolean;
}

/** From no effect at (zeroX, zeroY) to full effect at (fullX, fullY); fractions of the un-oriented frame. */
export interface LinearMask extends MaskBase {
  readonly kind: 'linear';
  readonly zeroX: number;
  readonly zeroY: number;
  readonly fullX: number;
  readonly fullY: number;
}
/** Ellipse, effect inside; box as fractions of the frame, angle in degrees, feather 0…100. */
export interface RadialMask extends MaskBase {
  readonly kind: 'radial';
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly angle: number;
  readonly feather: number;
}
/** Window on encoded luminance 0…1: nothing below lowNone, full from lowFull to highFull, nothing above highNone. */
export interface LuminanceMask extends MaskBase {
  readonly kind: 'luminance';
  readonly lowNone: number;
  readonly lowFull: number;
  readonly highFull: number;
  readonly highNone: number;
}
/** Pixels like the samples: encoded RGB 0…1, `x y` where they were taken; amount 0…100 widens the range. */
export interface ColorMask extends MaskBase {
  readonly kind: 'color';
  readonly samples: readonly {
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly x: number;
    readonly y: number;
  }[];
  readonly amount: number;
}
/** A region that the host finds itself. Reference point as fractions of the frame. */
export interface AiMask extends MaskBase {
  readonly kind: 'ai';
  readonly target: 'subject' | 'sky' | 'background' | 'person';
  readonly referenceX: number;
  readonly referenceY: number;
}
export type Mask = LinearMask | RadialMask | LuminanceMask | ColorMask | AiMask;

/**
 * One local correction. `values` holds `Local*` keys **as Camera Raw stores them** (LocalExposure2012 = EV/4, most
 * others = slider/100, LocalHue = degrees/180): the same numbers stand in XMP, in Lua and in a descriptor.
 */
export interface Correction {
  readonly name: string;
  readonly active: boolean;
  /** Stored amount, 0…2 (1 = 100 %). */
  readonly amount: number;
  readonly values: Readonly<Record<string, number>>;
  readonly curves?: Readonly<
    Partial<Record<'MainCurve' | 'RedCurve' | 'GreenCurve' | 'BlueCurve', readonly CurvePoint[]>>
  >;
  readonly masks: readonly Mask[];
}

/** A creative profile (`crs:Look`), kept as found. */
export interface Look {
  readonly name: string;
  readonly amount: number;
  readonly uuid?: string;
}

export type SettingValue = number | boolean | string | readonly CurvePoint[] | readonly Correction[];

/**
 * Develop settings under their `crs:` names, partial: an absent key means "untouched" (for rendering: neutral).
 * The keys and their ranges are the registry in `parameters.ts`; `settingsSchema` guards the edge.
 */
export interface Settings {
  readonly [name: string]: SettingValue | undefined;
  readonly MaskGroupBasedCorrections?: readonly Correction[];
}
