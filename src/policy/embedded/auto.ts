import { COLOR_NAMES, type ColorName, type Observation, type Statistics } from '#image/observation.ts';
import type { Axis } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { limit } from './axis.ts';
import type { IntentGoal } from './intent.ts';
import type { Measures } from './measure.ts';

/** Mean of the L* quartiles that an ordinary daylight frame has; outside of it exposure is looked at. */
const MIDDLE = { low: 42, aim: 49, high: 64 };
/** Share of the way that automatic edits go: enough to see, short of what would overrule the photographer. */
const RESTRAINT = 0.65;

interface Finding {
  readonly axis: Axis;
  /** Wanted change in the unit of the axis, signed. */
  readonly change: number;
  readonly why: string;
}

/**
 * What the frame needs, as goals with the numbers that show it; empty where nothing is wrong. Thresholds lean on the
 * linear fits of Camera Raw's own automatic tone (highlights and shadows from L90/P10), taken at about a third:
 * in full strength they make every frame look alike.
 */
export function frameNeeds(before: Measures, observation: Observation): IntentGoal[] {
  const { statistics } = observation;
  const findings = [
    ...exposureNeeds(before, statistics),
    ...endNeeds(before, statistics),
    ...rangeNeeds(before, statistics),
    ...castNeeds(before, observation),
    ...veilAndNoiseNeeds(before, statistics),
  ];
  const colour = findings.length > 0 && !findings.some(isCast) ? colourNeeds(before) : [];
  return [...findings, ...colour].flatMap((finding) => toGoal(finding, before, statistics));
}

/** Only the colour cast: what "fix the white balance" asks. */
export function castGoals(before: Measures, observation: Observation): IntentGoal[] {
  const { statistics } = observation;
  return castNeeds(before, observation).flatMap((finding) => toGoal(finding, before, statistics));
}

/** What a livelier reading of the same frame adds to its needs, on axes where nothing is needed. */
export function livelierGoals(needs: readonly IntentGoal[]): IntentGoal[] {
  const extras = [
    ['clarity', 0.5],
    ['contrast', 0.4],
    ['vibrance', 0.6],
  ] as const;
  return extras
    .filter(([axis]) => needs.every((need) => need.axis !== axis))
    .filter(([axis]) => axis !== 'vibrance' || !needs.some(isCast))
    .map(([axis, amount]) => ({
      axis,
      direction: 1,
      amount,
      region: null,
      words: '',
      origin: 'extra',
      why: 'a livelier reading of the same frame',
    }));
}

/** A cast counts as colour: to take it out and to ask for colour would pull at each other. */
function isCast({ axis }: { readonly axis: Axis }): boolean {
  return axis === 'warmth' || axis === 'tint';
}

function exposureNeeds({ middle, high, low, chroma }: Measures, { clipping }: Statistics): Finding[] {
  if (middle < MIDDLE.low) {
    // Lights near white leave less room; a night scene is meant to be dark.
    // Strong colours are dark by nature; lifted, they glare.
    const room = limit((99 - high) / 12, 0.35, 1) * (middle < 14 || chroma > 40 ? 0.5 : 1);
    const change = limit(RESTRAINT * (MIDDLE.aim - middle) * room, 1.5, 10);
    return [{ axis: 'brightness', change, why: `middle tones at L* ${middle.toFixed(0)}` }];
  }
  // Bright all over, also in its darkest quarter: a dark subject before a bright sky would only get darker.
  if (middle > MIDDLE.high && low > 35 && clipping.highlights > 0.005) {
    const change = -limit(0.4 * (middle - 60), 1.5, 8);
    const why = `middle tones at L* ${middle.toFixed(0)} with ${percent(clipping.highlights)} clipped`;
    return [{ axis: 'brightness', change, why }];
  }
  return [];
}

function endNeeds({ high, low }: Measures, { clipping, lightness }: Statistics): Finding[] {
  const findings: Finding[] = [];
  // A large blown area is a white background or a lost sky: there is nothing left to recover, only to turn grey.
  const lost = clipping.highlights > 0.08;
  if (!lost && ((high > 88 && lightness.p99 > 95) || (lightness.p99 > 97 && clipping.highlights > 0.01))) {
    const why = `lightest tenth at L* ${high.toFixed(0)}, ${percent(clipping.highlights)} of the pixels clipped`;
    findings.push({
      axis: 'highlights',
      change: -limit((high - 84) / 3 + clipping.highlights * 30, 1.2, 5),
      why,
    });
  }
  if (low < 14 || clipping.shadows > 0.02) {
    const why = `darkest quarter at L* ${low.toFixed(0)}`;
    findings.push({ axis: 'shadows', change: limit((17 - low) / 2.4, 1.2, 5), why });
  }
  return findings;
}

/** Ends of the preview's range: the solver's small picture averages the extremes away. */
function rangeNeeds({ spread }: Measures, { haze, lightness: { p01, p99 } }: Statistics): Finding[] {
  const findings: Finding[] = [];
  if (p99 < 88) {
    findings.push({
      axis: 'whites',
      change: limit((93 - p99) / 3, 1, 5),
      why: `white point at L* ${p99.toFixed(0)}`,
    });
  }
  if (p01 > 6) {
    findings.push({
      axis: 'blacks',
      change: -limit((p01 - 3) / 3, 1, 4),
      why: `black point at L* ${p01.toFixed(0)}`,
    });
  }
  if (spread < 15.5 && haze < 0.5) {
    const why = `lightness spreads by only ${spread.toFixed(1)} L*`;
    findings.push({ axis: 'contrast', change: limit((17.5 - spread) / 2.5, 0.6, 2.2), why });
  }
  return findings;
}

/** Cool and green casts are mistakes more often than not; warm light is often why the picture was taken. */
function castNeeds(before: Measures, observation: Observation): Finding[] {
  const {
    statistics: { cast },
    regions,
  } = observation;
  // A large face lends its own colour to what is taken for neutral.
  const faces = regions.some(({ name, area }) => name === 'skin' && area > 0.1);
  if (cast.confidence < 0.6 || faces) return [];
  const findings: Finding[] = [];
  const seen = (name: string, value: number) =>
    `what looks neutral has ${name} ${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
  // Sky, water and woods lend their colour to snow, stone and haze: cold there is hardly a mistake.
  const cold = coldShare(observation.statistics) > 0.4 ? 0.25 : 0.7;
  const share = { b: cast.b > 0 ? 0.65 * cast.confidence : cold, a: cast.a > 0 ? 0.5 : cold };
  if (cast.b < -2.5 || (cast.b > 7 && !isWarmByNature(before, observation))) {
    findings.push({ axis: 'warmth', change: limit(-cast.b * share.b, -6, 7), why: seen('b*', cast.b) });
  }
  if (Math.abs(cast.a) > 2.5) {
    findings.push({ axis: 'tint', change: limit(-cast.a * share.a, -4, 5), why: seen('a*', cast.a) });
  }
  return findings;
}

/**
 * A sunset or lamplight is warm in its lights alone, a wood or a field in colours of its own: neither is a cast, which
 * lies on everything alike.
 */
function isWarmByNature({ lightB, shadowB, chroma }: Measures, { statistics }: Observation): boolean {
  const { lightness } = statistics;
  return lightB - shadowB > 14 || chroma > 27 || lightness.p50 < 25;
}

/** Share of the frame in green, aqua and blue. */
function coldShare({ hues }: Statistics): number {
  const names: readonly ColorName[] = ['green', 'aqua', 'blue'];
  return names.reduce((sum, name) => sum + (hues[COLOR_NAMES.indexOf(name)] ?? 0), 0);
}

function veilAndNoiseNeeds({ spread }: Measures, { haze, noise }: Statistics): Finding[] {
  const findings: Finding[] = [];
  if (haze > 0.45 && spread < 18)
    findings.push({
      axis: 'dehaze',
      change: limit(haze, 0.4, 0.9),
      why: `a veil of haze, ${haze.toFixed(2)} of 1`,
    });
  if (noise > 2.2)
    findings.push({
      axis: 'noise',
      change: -limit(noise / 4, 0.5, 1),
      why: `fine noise of ${noise.toFixed(1)} L*`,
    });
  return findings;
}

/** A little colour comes along with other needs, never alone, and not in pictures that have none or plenty. */
function colourNeeds({ chroma, muted }: Measures): Finding[] {
  if (chroma < 3.5 || chroma > 26) return [];
  const share = limit((26 - chroma) / 70, 0.06, 0.17);
  return [{ axis: 'vibrance', change: share * muted, why: `colour strength ${chroma.toFixed(0)} C*` }];
}

function toGoal({ axis, change, why }: Finding, before: Measures, statistics: Statistics): IntentGoal[] {
  const spec = AXIS_SPECS[axis];
  const direction = change < 0 ? -1 : 1;
  const step = spec.kind === 'solved' ? Math.abs(spec.step(direction, { before, statistics })) : 1;
  const amount = Math.min(2, Math.abs(change) / Math.max(0.1, step));
  return amount < 0.08 ? [] : [{ axis, direction, amount, region: null, words: '', origin: 'need', why }];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
