import type { Reading } from '#wire/goal.ts';
import { interpolate } from '../criteria/fit.ts';
import type { Frame } from '../measure/frame.ts';
import { remember } from '../measure/frame.ts';
import { smoothAreas } from '../measure/smooth-areas.ts';
import { toneOf } from '../measure/tone.ts';
import { WHOLE } from '../measure/view.ts';
import type { GuardCheck } from './guard.ts';

/** One 8-bit step is about 0.4 L*. */
const CODE = 0.4;
const BINS = 250;

/** Share of L* steps between the 2nd and the 98th percentile that no pixel has: a posterised picture has mostly gaps. */
function gaps(frame: Frame): number {
  return remember(frame, 'gaps', () => {
    const used = usedSteps(frame);
    const tone = toneOf(frame, WHOLE);
    const from = Math.round(tone.percentile(0.02) / CODE);
    const to = Math.round(tone.percentile(0.98) / CODE);
    let empty = 0;
    for (let bin = from; bin <= to; bin += 1) empty += 1 - (used[bin] ?? 0);
    return to - from < 10 ? 0 : empty / (to - from + 1);
  });
}

/** 1 for every step of L* that some pixel has. */
function usedSteps({ lightness, step }: Frame): Uint8Array {
  const used = new Uint8Array(BINS + 1);
  for (let pixel = 0; pixel < lightness.length; pixel += step) {
    // Beyond the last step nothing is written.
    used[(lightness[pixel]! * (1 / CODE) + 0.5) | 0] = 1;
  }
  return used;
}

/** How far each smooth pixel may differ from its right neighbour after an edit: what more contrast explains. */
function explained(before: Frame): Float32Array {
  return remember(before, 'explained steps', () => {
    const { lightness } = before;
    const { pixels } = smoothAreas(before);
    const most = new Float32Array(pixels.length);
    for (let index = 0; index < pixels.length; index += 1) {
      const pixel = pixels[index]!;
      most[index] = 3 * CODE + 2.5 * Math.abs(lightness[pixel + 1]! - lightness[pixel]!);
    }
    return most;
  });
}

/** Mean jump where neighbours were a step or two apart and now are far apart, L* per smooth pixel. */
function newJumps(before: Frame, { lightness }: Frame): number {
  const { pixels } = smoothAreas(before);
  const most = explained(before);
  let jumps = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index]!;
    const excess = Math.abs(lightness[pixel + 1]! - lightness[pixel]!) - most[index]!;
    if (excess > 0) jumps += excess;
  }
  return jumps / pixels.length;
}

/** Grain makes neighbours jump, and hides banding. */
function grainAsked({ goals }: Reading): boolean {
  return goals.some(({ axis, direction }) => (axis === 'grain' || axis === 'noise') && direction > 0);
}

export const BANDING: GuardCheck = {
  name: 'banding',
  limit: 6,
  *prepare({ before }) {
    smoothAreas(before);
    yield;
    explained(before);
    yield;
    gaps(before);
    yield;
  },
  check: ({ before, after }, reading) => {
    if (smoothAreas(before).pixels.length < 100) return null;
    const jump = newJumps(before, after);
    const empty = gaps(after) - gaps(before);
    const score = Math.min(
      grainAsked(reading) ? 10 : interpolate([0.005, 0.03, 0.1, 0.3, 0.6], [10, 8, 5, 1, 0], jump),
      interpolate([0.1, 0.3, 0.5, 0.8], [10, 7, 4, 0], empty),
    );
    const evidence = `steps in smooth areas ${jump.toFixed(3)} L* per pixel, empty tonal steps ${(100 * gaps(before)).toFixed(0)} % → ${(100 * gaps(after)).toFixed(0)} %`;
    return { score, evidence };
  },
};
