import { boxBlur, emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';
import { smoothstep } from '../curve.ts';
import { selfGuided } from './self-guided.ts';

/** What the Detail panel and the Effects panel's grain do; radii in px of the rendered picture. */
export interface DetailLook {
  readonly sharpen: { readonly radius: number; readonly detail: number; readonly masking: number };
  readonly luminance: { readonly radius: number; readonly detail: number; readonly contrast: number };
  readonly color: { readonly radius: number; readonly detail: number };
}

/** Amounts per pixel, so that a mask may vary them; 1 = slider at 100. */
interface DetailAmounts {
  readonly sharpen: Float32Array | undefined;
  readonly luminance: Float32Array | undefined;
  readonly color: Float32Array | undefined;
}

/** Rows beyond a strip that its result depends on. */
export function haloOf(
  look: DetailLook,
  amounts: { sharpen: boolean; luminance: boolean; color: boolean },
): number {
  let rows = 0;
  if (amounts.color) rows += 2 * Math.round(look.color.radius);
  if (amounts.luminance) rows += 2 * Math.round(look.luminance.radius);
  if (amounts.sharpen) rows += Math.ceil(3 * look.sharpen.radius) + 3;
  return rows;
}

/**
 * Colour noise, luminance noise, sharpening, in that order, on coded samples (interleaved, in place). Luma is a plain
 * weighted sum of coded channels; only it is smoothed or sharpened, so that colour edges do not fringe.
 */
export function applyDetail(
  samples: Float32Array,
  width: number,
  height: number,
  look: DetailLook,
  amounts: DetailAmounts,
): void {
  const luma = emptyPlane(width, height);
  for (let i = 0, p = 0; i < luma.data.length; i++, p += 3) luma.data[i] = lumaOf(samples, p);
  if (amounts.color) smoothColor(samples, luma, look.color, amounts.color);
  if (amounts.luminance) smoothLuma(samples, luma, look.luminance, amounts.luminance);
  if (amounts.sharpen) sharpenLuma(samples, luma, look.sharpen, amounts.sharpen);
}

export function lumaOf(samples: Float32Array, p: number): number {
  return 0.25 * samples[p]! + 0.65 * samples[p + 1]! + 0.1 * samples[p + 2]!;
}

/** Colour differences averaged along the luma's edges. */
function smoothColor(
  samples: Float32Array,
  luma: Plane,
  look: DetailLook['color'],
  amount: Float32Array,
): void {
  const radius = Math.round(look.radius);
  if (radius < 1) return;
  const { width, height } = luma;
  // Detail keeps colour edges that luma does not show: the window's own spread decides.
  const epsilon = 0.0004 + 0.004 * (1 - look.detail);
  for (const channel of [0, 2]) {
    const difference = emptyPlane(width, height);
    for (let i = 0; i < difference.data.length; i++)
      difference.data[i] = samples[i * 3 + channel]! - luma.data[i]!;
    const smooth = selfGuided(difference, radius, epsilon);
    for (let i = 0; i < difference.data.length; i++) {
      const change = (smooth.data[i]! - difference.data[i]!) * Math.min(1, amount[i]!);
      samples[i * 3 + channel]! += change;
      // Green takes the rest, so that luma stays.
      samples[i * 3 + 1]! -= (change * (channel === 0 ? 0.25 : 0.1)) / 0.65;
    }
  }
}

/** Luma smoothed where it varies no more than noise would. */
function smoothLuma(
  samples: Float32Array,
  luma: Plane,
  look: DetailLook['luminance'],
  amount: Float32Array,
): void {
  const radius = Math.round(look.radius);
  if (radius < 1) return;
  // Standard deviation of coded luma that counts as noise at full amount.
  const sigma = 0.05 * (1 - 0.7 * look.detail);
  const smooth = selfGuided(luma, radius, sigma * sigma);
  const coarse = look.contrast > 0 ? boxBlur(luma, radius) : smooth;
  for (let i = 0; i < luma.data.length; i++) {
    const share = Math.min(1, Math.max(-1, amount[i]!));
    // Contrast gives back a part of what was smoothed at the coarse end of the window.
    const kept = smooth.data[i]! + look.contrast * 0.5 * (coarse.data[i]! - smooth.data[i]!);
    const change = (kept - luma.data[i]!) * share;
    luma.data[i]! += change;
    for (let c = 0; c < 3; c++) samples[i * 3 + c]! += change;
  }
}

/** Unsharp mask; masking confines it to edges, a low detail setting holds overshoot down. Negative amounts soften. */
function sharpenLuma(
  samples: Float32Array,
  luma: Plane,
  look: DetailLook['sharpen'],
  amount: Float32Array,
): void {
  if (look.radius < 0.3) return;
  const blurred = gaussianBlur(luma, look.radius);
  const edges = look.masking > 0 ? edgeStrength(luma) : undefined;
  const limit = 4 + 26 * (1 - look.detail);
  // A preview smaller than the full picture shows the part of the sharpening that its pixels can carry.
  const fade = smoothstep(0.25, 0.7, look.radius);
  for (let i = 0; i < luma.data.length; i++) {
    const high = luma.data[i]! - blurred.data[i]!;
    let change = amount[i]! * fade * 1.6 * high;
    if (amount[i]! > 0) change /= 1 + limit * Math.abs(high);
    else change = Math.max(-Math.abs(high), Math.min(Math.abs(high), change));
    if (edges)
      change *= smoothstep(0, 0.02 + 0.1 * look.masking, edges.data[i]! - 0.06 * look.masking * look.masking);
    for (let c = 0; c < 3; c++) samples[i * 3 + c]! += change;
  }
}

function edgeStrength(luma: Plane): Plane {
  const { width, height, data } = luma;
  const out = emptyPlane(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const right = data[y * width + Math.min(width - 1, x + 1)]!;
      const left = data[y * width + Math.max(0, x - 1)]!;
      const below = data[Math.min(height - 1, y + 1) * width + x]!;
      const above = data[Math.max(0, y - 1) * width + x]!;
      out.data[y * width + x] = Math.abs(right - left) + Math.abs(below - above);
    }
  return boxBlur(out, 1, out);
}

/** Separable Gaussian, cut at 3 sigma and at the border (weights renormalised). */
function gaussianBlur(plane: Plane, sigma: number): Plane {
  const reach = Math.max(1, Math.ceil(3 * sigma));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) / sigma) ** 2) / 2),
  );
  const { width, height } = plane;
  const across = emptyPlane(width, height);
  const out = emptyPlane(width, height);
  blurRows(plane.data, across.data, width, height, kernel, reach);
  blurColumns(across.data, out.data, width, height, kernel, reach);
  return out;
}

function blurRows(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  kernel: Float32Array,
  reach: number,
): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let weight = 0;
      const to = Math.min(reach, width - 1 - x);
      for (let k = Math.max(-reach, -x); k <= to; k++) {
        const w = kernel[k + reach]!;
        sum += w * source[y * width + x + k]!;
        weight += w;
      }
      target[y * width + x] = sum / weight;
    }
}

/** A whole row at a time, so that memory is read in its order. */
function blurColumns(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  kernel: Float32Array,
  reach: number,
): void {
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    let weight = 0;
    const to = Math.min(reach, height - 1 - y);
    for (let k = Math.max(-reach, -y); k <= to; k++) {
      const w = kernel[k + reach]!;
      const start = (y + k) * width;
      for (let x = 0; x < width; x++) sums[x]! += w * source[start + x]!;
      weight += w;
    }
    for (let x = 0; x < width; x++) target[y * width + x] = sums[x]! / weight;
  }
}
