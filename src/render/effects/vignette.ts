import type { Settings } from '#settings/settings.ts';
import { clamp, smoothstep } from '../curve.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { LUMINANCE } from '../working-space.ts';

/** Works on rows of linear working samples. */
export interface Vignette {
  /** Whether it multiplies scene light (before the base curve) rather than the finished picture. */
  readonly scene: boolean;
  apply(samples: Float32Array, top: number, rows: number): void;
}

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
  const strengthAt = shape(width, height, roundness, centre - half, centre + half);
  // Highlight priority holds its light parts; on a raw preview the base curve does that by itself.
  const hold = Math.max(style === 1 && !scene ? 0.35 : 0, style === 3 ? 0 : highlights);
  const floor = amount < 0 ? floorOf(-amount, style) : 0;

  return {
    scene,
    apply(samples, top, rows) {
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < width; x++) {
          const strength = strengthAt(x, top + y);
          if (strength === 0) continue;
          const p = (y * width + x) * 3;
          if (amount > 0 && style === 3) {
            const share = amount * strength;
            for (let c = p; c < p + 3; c++) samples[c] = samples[c]! + (1 - samples[c]!) * share;
            continue;
          }
          let gain = amount < 0 ? 1 - (1 - floor) * strength : 2 ** (1.5 * amount * strength);
          if (hold > 0 && amount < 0) {
            const light =
              LUMINANCE[0] * samples[p]! + LUMINANCE[1] * samples[p + 1]! + LUMINANCE[2] * samples[p + 2]!;
            gain += (1 - gain) * hold * smoothstep(0.4, 1, light);
          }
          samples[p]! *= gain;
          samples[p + 1]! *= gain;
          samples[p + 2]! *= gain;
        }
    },
  };
}

function shape(
  width: number,
  height: number,
  roundness: number,
  start: number,
  end: number,
): (x: number, y: number) => number {
  const cx = width / 2;
  const cy = height / 2;
  // Half axes: the frame's own, or, towards + 100, both half the diagonal / √2.
  const round = Math.max(0, roundness);
  const radius = Math.hypot(cx, cy) / Math.SQRT2;
  const rx = cx + (radius - cx) * round;
  const ry = cy + (radius - cy) * round;
  // 2 is an ellipse, more a rounded rectangle.
  const power = 2 + 6 * Math.max(0, -roundness);
  const corner = 2 ** (1 / power);
  return (x, y) => {
    const u = Math.abs(x + 0.5 - cx) / rx;
    const v = Math.abs(y + 0.5 - cy) / ry;
    const distance =
      power === 2 ? Math.sqrt(u * u + v * v) / Math.SQRT2 : (u ** power + v ** power) ** (1 / power) / corner;
    return smootherstep((distance - start) / (end - start));
  };
}

/** Share of light that is left where the vignette is full: 0.15 and 0.13 at −60, 0.015 and 0 at −100. */
function floorOf(amount: number, style: number): number {
  return style === 3 ? (1 - amount) ** 2.2 : Math.exp(-1.9 * (amount / 0.6) ** 1.55);
}

/** 0…1 with no slope and no curvature at both ends (Perlin 2002): the measured fall-off has long tails. */
function smootherstep(t: number): number {
  const c = clamp(t, 0, 1);
  return c * c * c * (10 - 15 * c + 6 * c * c);
}
