import { boxBlur } from '../box-blur.ts';
import { above, labelComponents } from '../components.ts';
import { ramp } from '../ramp.ts';
import type { Steps } from '../steps.ts';
import { dominantColors } from './dominant-colors.ts';
import { areaOf, type Finding, meanOver } from './finding.ts';
import type { Scene } from './scene.ts';

/** What stands out need not be what is meant. */
const MOST = 0.85;

/** How many colours the border of the frame is summed up by. */
const BORDER_COLORS = 6;

/**
 * Subject: what differs in colour from the border of the frame (boundary prior of salient-object detection), is sharper
 * than the rest, and lies near the middle. `people`, where found, count as subject.
 */
export function* findSubject(
  scene: Scene,
  sky: Finding | null,
  people: Finding | null,
): Steps<Finding | null> {
  const { width, height } = scene;
  if (width < 8 || height < 8) return null;
  const border = yield* dominantColors(scene, borderCells(width, height), BORDER_COLORS);
  yield;
  const sharp = boxBlur({ width, height, data: scene.roughness }, 4).data;
  const meanSharp = sharp.reduce((sum, value) => sum + value, 0) / sharp.length;
  yield;

  const salience = new Float32Array(width * height);
  for (let i = 0; i < salience.length; i++) {
    const x = ((i % width) + 0.5) / width - 0.5;
    const y = (Math.floor(i / width) + 0.5) / height - 0.52;
    const central = Math.exp(-(x * x + y * y) / (2 * 0.24 * 0.24));
    const distance = ramp(nearest(scene, i, border), 4, 35);
    const focus = ramp(sharp[i]! / Math.max(0.5, meanSharp), 0.5, 1.8);
    const person = people === null ? 0 : people.mask[i]! * people.confidence;
    const value = Math.max((0.65 * distance + 0.35 * focus) * (0.25 + 0.75 * central), 1.1 * person);
    salience[i] = value * (1 - 0.9 * (sky?.mask[i] ?? 0) * (sky?.confidence ?? 0));
  }
  yield;
  const smooth = boxBlur(boxed(salience, width, height, 2), 2).data;
  const { threshold, separation } = otsu(smooth);
  const mask = mainParts(smooth, threshold, width, height);
  const area = areaOf(mask);
  const inside = meanOver(smooth, mask);
  const confidence =
    ramp(separation, 0.4, 0.75) *
    ramp(inside, 0.1, 0.4) *
    ramp(area, 0.005, 0.03) *
    ramp(area, 0.75, 0.5) *
    MOST;
  // A person is the subject, even of a close-up that fills the frame.
  if (people !== null && people.confidence > confidence) return people;
  return { mask, confidence };
}

function boxed(data: Float32Array, width: number, height: number, radius: number) {
  return boxBlur({ width, height, data }, radius);
}

function borderCells(width: number, height: number): number[] {
  const cells: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    const y = (i - x) / width;
    // The lower edge is left out: subjects often stand on it.
    if (x < 3 || x >= width - 3 || y < 3) cells.push(i);
  }
  return cells;
}

function nearest(
  { L, a, b }: Scene,
  i: number,
  colors: readonly (readonly [number, number, number])[],
): number {
  let best = Number.POSITIVE_INFINITY;
  const [x, y, z] = [L[i]!, a[i]!, b[i]!];
  for (let k = 0; k < colors.length; k++) {
    const color = colors[k]!;
    // Lightness counts less: shading is not difference.
    const d = 0.4 * (x - color[0]) ** 2 + (y - color[1]) ** 2 + (z - color[2]) ** 2;
    if (d < best) best = d;
  }
  return Math.sqrt(best);
}

/** Otsu 1979: the threshold that separates two classes best, and the share of variance that it explains. */
function otsu(values: Float32Array): { threshold: number; separation: number } {
  const BINS = 128;
  const counts = new Float64Array(BINS);
  let max = 1e-6;
  for (const value of values) max = Math.max(max, value);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor((value / max) * BINS))]!++;
  let [sum, squares] = [0, 0];
  counts.forEach((count, bin) => {
    sum += count * bin;
    squares += count * bin * bin;
  });
  const n = values.length;
  const variance = squares / n - (sum / n) ** 2;
  let [below, sumBelow, best, at] = [0, 0, 0, 0];
  for (let bin = 0; bin < BINS - 1; bin++) {
    below += counts[bin]!;
    sumBelow += counts[bin]! * bin;
    if (below === 0 || below === n) continue;
    const gap = sumBelow / below - (sum - sumBelow) / (n - below);
    const between = (below / n) * (1 - below / n) * gap * gap;
    if (between > best) [best, at] = [between, bin + 1];
  }
  return { threshold: (at / BINS) * max, separation: variance > 0 ? best / variance : 0 };
}

/** Soft mask of the parts above the threshold that are large beside the largest. */
function mainParts(values: Float32Array, threshold: number, width: number, height: number): Float32Array {
  const { labels, components } = labelComponents(above(values, threshold), width, height);
  const largest = Math.max(0, ...components.map(({ count }) => count));
  const kept = new Set(components.filter(({ count }) => count > largest * 0.15).map(({ label }) => label));
  return values.map((value, i) =>
    kept.has(labels[i]!) ? ramp(value, threshold * 0.85, threshold * 1.15) : 0,
  );
}
