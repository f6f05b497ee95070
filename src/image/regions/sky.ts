import { labelComponents } from '../components.ts';
import { ramp } from '../ramp.ts';
import type { Steps } from '../steps.ts';
import { areaOf, type Finding, meanOver } from './finding.ts';
import type { Scene } from './scene.ts';

/** ΔE between neighbouring cells across which the sky does not continue. */
const MAX_STEP = 7;

/** Roughness of clouds stays below this; of trees and roofs above. */
const MAX_ROUGHNESS = 7;

/**
 * Sky: what is smooth, coloured like a sky (blue, grey, white or the warm gradient of dusk) and connected with the top
 * edge. Confidence asks for width along that edge, light, smoothness and a change below.
 */
export function* findSky(scene: Scene): Steps<Finding | null> {
  const { width, height } = scene;
  const grown = growFromTop(scene);
  yield;
  cutAtHorizon(scene, grown);
  yield;
  fillHoles(scene, grown);
  yield;
  const mask = Float32Array.from(grown);
  const area = areaOf(mask);
  if (area < 0.01) return null;

  let topCells = 0;
  const topRow = (seedRows(height) - 1) * width;
  for (let x = 0; x < width; x++) topCells += grown[topRow + x]!;
  const rest = mask.map((value) => 1 - value);
  const L = meanOver(scene.L, mask);
  const below = meanOver(scene.L, rest, 0);
  const roughness = meanOver(scene.roughness, mask);
  const roughnessBelow = meanOver(scene.roughness, rest, roughness);
  yield;
  const blue = blueness(scene, mask);
  const low = shareBelow(mask, width, height, 0.8);

  yield;
  // Lighter than the land; if not, blue, or at least the full width of the frame.
  const light = Math.max(
    ramp(L - below, -5, 12),
    blue * ramp(L, 25, 50),
    0.7 * ramp(L, 35, 48) * ramp(topCells / width, 0.6, 0.9),
  );
  const smooth = ramp(roughness / Math.max(0.5, roughnessBelow), 0.9, 0.4);
  const confidence =
    ramp(topCells / width, 0.12, 0.5) *
    light *
    (0.35 + 0.65 * smooth) *
    ramp(area, 0.01, 0.04) *
    ramp(area, 1, 0.9) *
    ramp(L, 18, 40) *
    plausibleColor(scene, mask) *
    (1 - 0.75 * ramp(low, 0.02, 0.12) * (1 - 0.7 * blue)); // walls reach down to the ground
  return { mask, confidence };
}

/** Could a cell be sky by its colour? Greens and strong reds are not; dark is only night. */
function skyLike(scene: Scene, i: number): boolean {
  const L = scene.L[i]!;
  const chroma = scene.chroma[i]!;
  const hue = scene.hue[i]!;
  if (L < 18 || scene.roughness[i]! > MAX_ROUGHNESS) return false;
  if (chroma < 12) return L > 30;
  if (hue > 180 && hue < 310) return chroma < 70;
  if (hue >= 97 && hue <= 180) return chroma < (hue < 115 ? ramp(L, 45, 80) * 34 : ramp(L, 50, 90) * 30); // hazy, greenish whites; not leaves
  return L > 45 && chroma < 75; // dusk: yellow, orange, pink
}

function growFromTop(scene: Scene): Uint8Array {
  const { width, height } = scene;
  const mask = new Uint8Array(width * height);
  const queue = new Int32Array(width * height);
  let end = 0;
  for (let i = 0; i < seedRows(height) * width; i++) {
    if (skyLike(scene, i)) {
      mask[i] = 1;
      queue[end++] = i;
    }
  }
  for (let next = 0; next < end; next++) {
    const i = queue[next]!;
    const x = i % width;
    const neighbours = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i + width, i - width];
    for (const n of neighbours) {
      if (n < 0 || n >= mask.length || mask[n] === 1 || !skyLike(scene, n)) continue;
      if (stepBetween(scene, i, n) > MAX_STEP) continue;
      mask[n] = 1;
      queue[end++] = n;
    }
  }
  return mask;
}

/** Scans often have a dark rim: the sky may begin a little below the edge. */
function seedRows(height: number): number {
  return Math.min(height, Math.max(2, Math.round(height * 0.04)));
}

function stepBetween({ L, a, b }: Scene, i: number, j: number): number {
  return Math.hypot(L[i]! - L[j]!, a[i]! - a[j]!, b[i]! - b[j]!);
}

/** A horizon is a row where most columns of the sky change at once, if only faintly: what is below it is sea or land. */
function cutAtHorizon(scene: Scene, mask: Uint8Array): void {
  const { width, height, L, a, b } = scene;
  let best = 0;
  let horizon = -1;
  for (let y = 2; y < height - 2; y++) {
    let [dL, da, db, count] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++) {
      const [above, below] = [(y - 2) * width + x, (y + 1) * width + x];
      if (mask[above] === 0 || mask[below] === 0) continue;
      dL += L[below]! - L[above]!;
      da += a[below]! - a[above]!;
      db += b[below]! - b[above]!;
      count++;
    }
    if (count < width * 0.3) continue;
    const change = Math.hypot(dL, da, db) / count;
    if (change > best && y > height * 0.15) {
      best = change;
      horizon = y;
    }
  }
  if (best > 5) mask.fill(0, horizon * width);
}

/** Birds, wires and bright clouds inside of the sky belong to it. */
function fillHoles({ width, height }: Scene, mask: Uint8Array): void {
  const { labels, components } = labelComponents(
    mask.map((value) => 1 - value),
    width,
    height,
  );
  const small = new Set(
    components
      .filter(
        ({ count, left, right, bottom }) =>
          count < mask.length * 0.004 && left > 0 && right < width && bottom < height,
      )
      .map(({ label }) => label),
  );
  for (let i = 0; i < mask.length; i++) if (small.has(labels[i]!)) mask[i] = 1;
}

/** How usual the colours of a sky are: blue and near white always, warm dusk often, pink and purple seldom. */
function plausibleColor(scene: Scene, mask: Float32Array): number {
  const usual = scene.L.map((L, i) => {
    const a = scene.a[i]!;
    const b = scene.b[i]!;
    const blue = b < 0 && a < -b * 0.6;
    const colored = blue ? 1 : 0.9 * ramp(L, 40, 65) * (b < 0 || a > b ? 0.25 : 0.85);
    const grey = 0.75 + 0.25 * ramp(L, 45, 75);
    return grey + (colored - grey) * ramp(scene.chroma[i]!, 6, 14);
  });
  return meanOver(usual, mask);
}

/** Share of the mask that lies below `from` of the frame's height. */
function shareBelow(mask: Float32Array, width: number, height: number, from: number): number {
  let low = 0;
  let all = 0;
  for (let i = 0; i < mask.length; i++) {
    all += mask[i]!;
    if (i >= Math.floor(from * height) * width) low += mask[i]!;
  }
  return all > 0 ? low / all : 0;
}

/** Share of the masked cells that are plainly blue. */
function blueness(scene: Scene, mask: Float32Array): number {
  const blue = scene.chroma.map((chroma, i) => {
    const hue = scene.hue[i]!;
    return hue > 200 && hue < 300 ? ramp(chroma, 4, 12) : 0;
  });
  return meanOver(blue, mask);
}
