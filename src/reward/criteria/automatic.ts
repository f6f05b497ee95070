import { castShift } from '../measure/pair.ts';
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

/** Mean L* of a daylight picture lies between these; a dark scene with lights in it may stay darker. */
function judgeExposure({ before }: Case): Judge {
  const tone = toneOf(before, WHOLE);
  const night = tone.percentile(0.5) < 28 && tone.percentile(0.99) > 80;
  const wanted = Math.min(62, Math.max(night ? 28 : 42, tone.mean));
  const target = tone.mean + Math.max(-14, Math.min(14, wanted - tone.mean));
  return {
    name: 'well exposed',
    why: `mean L* is ${tone.mean.toFixed(0)}${night ? ', lights in the dark' : ''}`,
    weight: 1,
    explicit: true,
    judge: ({ after }) => {
      const mean = toneOf(after, WHOLE).mean;
      const score = interpolate(
        [
          [3, 10],
          [8, 7],
          [18, 2],
          [30, 0],
        ],
        Math.abs(mean - target),
      );
      return { score, evidence: `${arrow('mean L*', tone.mean, mean)}, good near ${target.toFixed(0)}` };
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

function judgeCast({ observation, before, views }: Case): Judge {
  const { a, b, confidence } = observation.statistics.cast;
  // The cast was measured on the untouched photo; what earlier edits did to it is not known here, so trust it less.
  const sure = before.raster === observation.preview ? confidence : confidence * 0.5;
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
      const score = Math.min(staySmall(Math.max(0, left - allowed), 1.5, 12), staySmall(fresh, 1, 8));
      return { score, evidence: `cast ${Math.hypot(a, b).toFixed(1)} → ${left.toFixed(1)} C*` };
    },
  };
}

function judgeColour({ before }: Case): Judge {
  const was = toneOf(before, WHOLE).chroma;
  const target = was < 2 ? was : Math.min(34, Math.max(11, was * 1.08));
  return {
    name: 'lively, believable colour',
    why: `mean C* is ${was.toFixed(0)}`,
    weight: 0.5,
    explicit: false,
    judge: ({ after }) => {
      const chroma = toneOf(after, WHOLE).chroma;
      return {
        score: staySmall(chroma - target, 2.5, 14),
        evidence: `${arrow('mean C*', was, chroma)}, good near ${target.toFixed(0)}`,
      };
    },
  };
}
