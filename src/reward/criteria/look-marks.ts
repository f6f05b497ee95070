import type { Pair } from '../measure/pair.ts';
import { hueRotation, within } from '../measure/pair.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import { WHOLE } from '../measure/view.ts';
import { signed } from './axis-measure.ts';
import type { Case } from './case.ts';
import { fitAsked, interpolate, staySmall } from './fit.ts';
import type { Judge, Judgement } from './judge.ts';

/** A mark of a look that is more than one movement on one axis. Null when the picture offers nothing to judge it by. */
interface Mark {
  readonly name: string;
  /** Part of the weight that the look has; less than 1 where not every honest reading of the look has the mark. */
  readonly share: number;
  judge(known: Case): ((pair: Pair) => Judgement) | null;
}

/** By the style's name in a reading, beside the marks in `signatures.ts`. */
const MARKS: Readonly<Record<string, readonly Mark[]>> = {
  autumn: [
    { name: 'autumn: golden light', share: 0.6, judge: judgeGolden },
    { name: 'autumn: colours stay rich', share: 1, judge: judgeRich },
  ],
  'teal and orange': [
    { name: 'teal and orange: cool shadows against warm lights', share: 1, judge: () => judgeSplit },
    { name: 'teal and orange: warm things kept warm', share: 0.7, judge: judgeWarmKept },
  ],
};

export function judgeLookMarks(style: string, known: Case, weight: number, why: string): readonly Judge[] {
  return (MARKS[style] ?? []).flatMap(({ name, share, judge }) => {
    const measure = judge(known);
    return measure === null
      ? []
      : [{ name, why, weight: weight * share, explicit: share === 1, judge: measure }];
  });
}

/** Smallest share of the frame that a colour must have to be worth a mark. */
const WORTH = 0.01;

/** CIE hue from pink-red over orange to yellow, degrees: what an autumn and a sunset are made of. */
function warmColors({ before }: Case): View {
  const { a, b } = before;
  return within(before, WHOLE, 'warm colours', (pixel) => {
    const x = a[pixel]!;
    const y = b[pixel]!;
    if (x * x + y * y < 64) return 0;
    // 10°…95°.
    return y > 0.18 * x && x > -0.09 * y && (x > 0 || y > 0) ? 1 : 0;
  });
}

/** All that has colour (C* > 8). */
function colored({ before }: Case): View {
  const { a, b } = before;
  return within(before, WHOLE, 'coloured parts', (pixel) => (a[pixel]! ** 2 + b[pixel]! ** 2 > 64 ? 1 : 0));
}

/** Mean C* over what is coloured, at equal lightness, as a factor. Richer is fine; the over-saturation guard ends that. */
function richness({ before, after }: Pair, view: View): number {
  const from = toneOf(before, view);
  const to = toneOf(after, view);
  return (to.chroma / (to.mean + 16)) * ((from.mean + 16) / Math.max(1, from.chroma));
}

function judgeRich(known: Case): ((pair: Pair) => Judgement) | null {
  const all = colored(known);
  if (all.area < WORTH) return null;
  return (pair) => {
    const gain = richness(pair, all);
    return {
      score: interpolate([0.5, 0.75, 0.9, 1.05], [0, 4, 7, 10], gain),
      evidence: `coloured parts hold ${(100 * gain).toFixed(0)} % of their saturation`,
    };
  };
}

/** Hue of orange against teal in a*, b* (CIE 55° and 235°), as a direction. */
const ORANGE = { a: 0.57, b: 0.82 };

/** How far apart an ordinary split is, along that line. */
const SPLIT = 7;

/** Mean position on the line from teal to orange at medium lightness: darker parts hold less of every colour. */
function warmthOf(frame: Pair['before'], view: View): number {
  const { a, b, mean } = toneOf(frame, view);
  return ((a * ORANGE.a + b * ORANGE.b) * 66) / (mean + 16);
}

/** How far lights turn to amber in an ordinary autumn, along that line. */
const GOLDEN = 3.5;

/** Not the cast alone: a drained picture gets a warm cast, but does not glow. */
function judgeGolden({ before, views }: Case): (pair: Pair) => Judgement {
  const highlights = views.find('highlights') ?? WHOLE;
  const { a, b } = before;
  // Yellow feathers and green meadows have their own way to turn.
  const pale = within(before, highlights, 'pale lights', (pixel) =>
    a[pixel]! ** 2 + b[pixel]! ** 2 < 600 ? 1 : 0,
  );
  const lights = pale.area > WORTH ? pale : highlights;
  return (pair) => {
    const moved = warmthOf(pair.after, lights) - warmthOf(pair.before, lights);
    const part = moved / GOLDEN;
    return {
      score: fitAsked(part > 1.5 ? 1.5 + 0.35 * (part - 1.5) : part, 1),
      evidence: `lights ${sayWarmth(moved)} (a*, b* along orange–teal), about ${GOLDEN} asked`,
    };
  };
}

function judgeSplit({ before, after, views }: Pair): Judgement {
  const lights = views.find('highlights') ?? WHOLE;
  const shadows = views.find('shadows') ?? WHOLE;
  const light = warmthOf(after, lights) - warmthOf(before, lights);
  const shadow = warmthOf(after, shadows) - warmthOf(before, shadows);
  const part = (light - shadow) / SPLIT;
  return {
    score: fitAsked(part > 1.5 ? 1.5 + 0.35 * (part - 1.5) : part, 1),
    evidence: `shadows ${sayWarmth(shadow)}, lights ${sayWarmth(light)} (a*, b* along orange–teal): ${signed(light - shadow)} apart, about ${SPLIT} asked`,
  };
}

function sayWarmth(shift: number): string {
  if (Math.abs(shift) < 0.05) return 'as before';
  return `${Math.abs(shift).toFixed(1)} toward ${shift < 0 ? 'teal' : 'orange'}`;
}

function judgeWarmKept(known: Case): ((pair: Pair) => Judgement) | null {
  const warm = warmColors(known);
  if (warm.area < WORTH) return null;
  return (pair) => {
    const turn = hueRotation(pair, warm);
    const gain = richness(pair, warm);
    return {
      score: Math.min(staySmall(turn, 9, 32), interpolate([0.4, 0.6, 0.82], [0, 4, 10], gain)),
      evidence: `warm colours turned ${signed(turn, 0)}°, saturation × ${gain.toFixed(2)}`,
    };
  };
}
