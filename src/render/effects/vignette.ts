import type { Settings } from '#settings/settings.ts';
import { clamp, smoothstep } from '../curve.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { LUMINANCE } from '../working-space.ts';
import { distanceOf, shapeOf, strengthAt, untouched, type VignetteShape } from './vignette-shape.ts';

/** Works on rows of linear working samples. */
export interface Vignette {
  /** Whether it multiplies scene light (before the base curve) rather than the finished picture. */
  readonly scene: boolean;
  readonly shape: VignetteShape;
  readonly effect: VignetteEffect;
  apply(samples: Float32Array, top: number, rows: number): void;
}

/** What a vignette does to linear light. */
export interface VignetteEffect {
  /** `gain`: light is multiplied by `at`; `white`: `at` is the share of the way to white. */
  readonly kind: 'gain' | 'white';
  /** By strength 0…1. */
  at(strength: number): number;
  /** Share of the gain that light parts are spared, 0…1; full at white, none below HELD_FROM. */
  readonly hold: number;
}

/** Luminance from which on light parts are held. */
const HELD_FROM = 0.4;

/**
 * Post-crop vignette: strength 0…1 over the distance from the centre in half diagonals, as a smooth step around a radius
 * set by Midpoint and Feather with a width set by Feather; roundness from the frame's ellipse to a circle (+) or a
 * rectangle (−). Fitted to six Camera Raw 18.7 renders: middle 0.617 and width 0.565 at 50/50, 0.389 and 1.14 at 20/80.
 */
export function vignetteOf(source: RenderSource, settings: Settings): Vignette | undefined {
  const amount = clamp(amountOf(settings, 'PostCropVignetteAmount') / 100, -1, 1);
  if (amount === 0) return undefined;
  const style = Math.round(amountOf(settings, 'PostCropVignetteStyle', 1));
  const midpoint = amountOf(settings, 'PostCropVignetteMidpoint', 50);
  const feather = Math.max(1, amountOf(settings, 'PostCropVignetteFeather', 50));
  const roundness = clamp(amountOf(settings, 'PostCropVignetteRoundness') / 100, -1, 1);
  const highlights = amountOf(settings, 'PostCropVignetteHighlightContrast') / 100;
  const scene = style === 1 && source.source === 'raw-preview';

  const centre = 0.617 + 0.0034 * (midpoint - 50) - 0.0042 * (feather - 50);
  const half = (0.565 * (feather / 50) ** 1.5) / 2;
  const { width } = source.raster;
  const { height } = source.window;
  const shape = shapeOf(width, height, roundness, centre - half, centre + half);
  // Highlight priority holds its light parts; on a raw preview the base curve does that by itself.
  const hold = Math.max(style === 1 && !scene ? 0.35 : 0, style === 3 ? 0 : highlights);
  const effect = effectOf(amount, style, amount < 0 ? hold : 0);
  const apply = (samples: Float32Array, top: number, rows: number) => {
    for (let y = 0; y < rows; y++) {
      const row = samples.subarray(y * width * 3, (y + 1) * width * 3);
      applyRow(shape, effect, row, Math.abs(top + y + 0.5 - height / 2) / shape.ry);
    }
  };
  return { scene, shape, effect, apply };
}

function effectOf(amount: number, style: number, hold: number): VignetteEffect {
  if (amount > 0 && style === 3) return { kind: 'white', at: (strength) => amount * strength, hold };
  if (amount > 0) return { kind: 'gain', at: (strength) => 2 ** (1.5 * amount * strength), hold };
  const floor = floorOf(-amount, style);
  return { kind: 'gain', at: (strength) => 1 - (1 - floor) * strength, hold };
}

/** @param v the row's distance from the middle, in half axes */
function applyRow(shape: VignetteShape, effect: VignetteEffect, row: Float32Array, v: number): void {
  const { rx } = shape;
  const { kind, hold } = effect;
  const width = row.length / 3;
  const free = untouched(shape, v);
  for (let x = 0, p = 0; x < width; x++, p += 3) {
    const u = Math.abs(x + 0.5 - width / 2) / rx;
    if (u <= free) continue;
    const value = effect.at(strengthAt(shape, distanceOf(shape, u, v)));
    if (kind === 'white') {
      for (let c = p; c < p + 3; c++) row[c] = row[c]! + (1 - row[c]!) * value;
      continue;
    }
    const gain = hold > 0 ? held(value, hold, row, p) : value;
    row[p]! *= gain;
    row[p + 1]! *= gain;
    row[p + 2]! *= gain;
  }
}

function held(gain: number, hold: number, row: Float32Array, p: number): number {
  const light = LUMINANCE[0] * row[p]! + LUMINANCE[1] * row[p + 1]! + LUMINANCE[2] * row[p + 2]!;
  return gain + (1 - gain) * hold * smoothstep(HELD_FROM, 1, light);
}

/** Share of light that is left where the vignette is full: 0.15 and 0.13 at −60, 0.015 and 0 at −100. */
function floorOf(amount: number, style: number): number {
  return style === 3 ? (1 - amount) ** 2.2 : Math.exp(-1.9 * (amount / 0.6) ** 1.55);
}
