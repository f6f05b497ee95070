import { castShift } from '../measure/pair.ts';
import type { Tone } from '../measure/tone.ts';
import { toneOf } from '../measure/tone.ts';
import { WHOLE } from '../measure/view.ts';
import { arrow } from './axis-measure.ts';
import type { Case } from './case.ts';
import { interpolate, staySmall } from './fit.ts';
import type { Judge } from './judge.ts';

/**
 * "Make it look its best": four things that a frame can need. Each is full where the frame needs nothing and is left
 * alone, so that doing nothing to a good picture is a good edit.
 */
export function judgeAutomatic(weight: number, known: Case): readonly Judge[] {
  return [judgeExposure(known), judgeRange(known), judgeCast(known), judgeColour(known)].map((judge) => ({
    ...judge,
    weight: weight * judge.weight,
  }));
}

/** "Correct the colours": the cast alone. */
export function judgeNeutral(weight: number, known: Case): readonly Judge[] {
  return [{ ...judgeCast(known), weight, explicit: true }];
}

/**
 * Mean L* of a daylight picture lies between 42 and 72 (snow, mist and white walls are light); a dark scene with lights
 * in it may stay darker. What lies there should stay near where it is; what lies outside need not come the whole way.
 */
function goodMeans(tone: Tone): readonly [low: number, high: number] {
  const night = tone.percentile(0.5) < 28 && tone.percentile(0.99) > 80;
  const { mean } = tone;
  if (mean < (night ? 28 : 42)) return [Math.min(night ? 26 : 41, mean + 14), 54];
  if (mean > 72) return [54, Math.max(72, mean - 14)];
  return [mean - 4, mean + 5];
}

function judgeExposure({ before }: Case): Judge {
  const tone = toneOf(before, WHOLE);
  const [low, high] = goodMeans(tone);
  return {
    name: 'well exposed',
    why: `mean L* is ${tone.mean.toFixed(0)}`,
    weight: 1,
    explicit: true,
    judge: ({ after }) => {
      const mean = toneOf(after, WHOLE).mean;
      const miss = Math.max(0, low - mean, mean - high);
      return {
        score: interpolate([0, 5, 14, 26], [10, 7, 2, 0], miss),
        evidence: `${arrow('mean L*', tone.mean, mean)}, good from ${low.toFixed(0)} to ${high.toFixed(0)}`,
      };
    },
  };
}

function judgeRange({ before }: Case): Judge {
  const tone = toneOf(before, WHOLE);
  const range = tone.percentile(0.99) - tone.percentile(0.01);
  const target = Math.min(86, range + 30);
  const most = Math.max(tone.spread * 1.3, 26);
  return {
    name: 'tones used to the full',
    why: `1st to 99th percentile of L* span ${range.toFixed(0)}`,
    weight: 0.7,
    explicit: false,
    judge: ({ after }) => {
      const to = toneOf(after, WHOLE);
      const now = to.percentile(0.99) - to.percentile(0.01);
      const score = Math.min(
        staySmall(Math.max(0, target - now), 4, 35),
        staySmall(Math.max(0, to.spread - most), 0.5, 8),
      );
      return {
        score,
        evidence: `${arrow('span of L*', range, now, 0)}, ${arrow('spread', tone.spread, to.spread)}`,
      };
    },
  };
}

function judgeCast({ observation, base, views }: Case): Judge {
  const { a, b, confidence } = observation.statistics.cast;
  // The cast was measured on the untouched photo; what earlier edits did to it is not known here, so trust it less.
  const sure = Object.keys(base).length === 0 ? confidence : confidence * 0.5;
  return {
    name: 'no colour cast',
    why: `neutral parts measure a* ${a.toFixed(1)}, b* ${b.toFixed(1)} (${(100 * sure).toFixed(0)} % sure)`,
    weight: 0.3 + 0.5 * sure,
    explicit: false,
    judge: (pair) => {
      const shift = castShift({ ...pair, views }, WHOLE);
      const left = Math.hypot(a + shift.a, b + shift.b);
      const allowed = Math.hypot(a, b) * (1 - sure);
      // Of a cast we are not sure of, that part may stay; a shift larger than the cast was is a new cast.
      const fresh = Math.max(0, Math.hypot(shift.a, shift.b) - Math.hypot(a, b) - 1);
      const score = Math.min(
        staySmall(Math.max(0, left - allowed), 1.5, Math.max(12, 1.2 * Math.hypot(a, b))),
        staySmall(fresh, 1, 8),
      );
      return { score, evidence: `cast ${Math.hypot(a, b).toFixed(1)} → ${left.toFixed(1)} C*` };
    },
  };
}

/** Mean C* as it would be at a mean L* of 50, so that a dark picture does not count as a dull one. */
function colourfulness({ chroma, mean }: Tone): number {
  return (chroma * 66) / (mean + 16);
}

function judgeColour({ before }: Case): Judge {
  const was = colourfulness(toneOf(before, WHOLE));
  // Grey is not to be coloured, nor what is rich by its own nature to be drained.
  const target = was < 2 || was > 36 ? was : Math.min(36, Math.max(12, was * 1.08));
  return {
    name: 'lively, believable colour',
    why: `mean C* at medium lightness is ${was.toFixed(0)}`,
    weight: 0.5,
    explicit: false,
    judge: ({ after }) => {
      const is = colourfulness(toneOf(after, WHOLE));
      return {
        score: staySmall(is - target, 2.5, 14),
        evidence: `${arrow('mean C* at medium lightness', was, is)}, good near ${target.toFixed(0)}`,
      };
    },
  };
}
