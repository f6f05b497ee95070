import { clamp } from '../curve.ts';

/** Where a vignette begins and how it lies in the frame; distances in half diagonals. */
export interface VignetteShape {
  /** Half axes, px. */
  readonly rx: number;
  readonly ry: number;
  /** 2 is an ellipse, more a rounded rectangle. */
  readonly power: number;
  /** Distance up to which there is nothing of it, and from which on it is full. */
  readonly start: number;
  readonly end: number;
}

/** @param roundness −1 a rectangle, 0 the frame's ellipse, 1 a circle */
export function shapeOf(
  width: number,
  height: number,
  roundness: number,
  start: number,
  end: number,
): VignetteShape {
  const cx = width / 2;
  const cy = height / 2;
  // Half axes: the frame's own, or, towards + 100, both half the diagonal / √2.
  const round = Math.max(0, roundness);
  const radius = Math.hypot(cx, cy) / Math.SQRT2;
  return {
    rx: cx + (radius - cx) * round,
    ry: cy + (radius - cy) * round,
    power: 2 + 6 * Math.max(0, -roundness),
    start,
    end,
  };
}

/** Distance from the centre of what lies `u` and `v` half axes from it. */
export function distanceOf({ power }: VignetteShape, u: number, v: number): number {
  if (power === 2) return Math.sqrt(u * u + v * v) / Math.SQRT2;
  return (u ** power + v ** power) ** (1 / power) / 2 ** (1 / power);
}

/** Strength 0…1 at a distance. */
export function strengthAt({ start, end }: VignetteShape, distance: number): number {
  return smootherstep((distance - start) / (end - start));
}

/** Half axes across from the middle column up to which row `v` has nothing of the vignette; below 0: none of it. */
export function untouched({ power, start }: VignetteShape, v: number): number {
  if (start <= 0) return -1;
  const rest = 2 * start ** power - v ** power;
  return rest > 0 ? rest ** (1 / power) : -1;
}

/** 0…1 with no slope and no curvature at both ends (Perlin 2002): the measured fall-off has long tails. */
function smootherstep(t: number): number {
  const c = clamp(t, 0, 1);
  return c * c * c * (10 - 15 * c + 6 * c * c);
}
