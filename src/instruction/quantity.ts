import type { Meaning } from './meaning.ts';

/** What an ordinary change (amount 1) is in slider units and in stops; quantities are measured against these. */
const ORDINARY_PERCENT = 30;
const ORDINARY_STOPS = 0.5;
/** A lamp's step on the mired scale that is plainly seen. */
const ORDINARY_MIRED = 40;
/** White that Kelvin numbers are compared with when nothing else is known. */
const NEUTRAL_KELVIN = 6500;

const STOPS = new Set([
  'ev',
  'stop',
  'stops',
  'f',
  'blende',
  'blenden',
  'paso',
  'pasos',
  'diaphragme',
  'diaphragmes',
  'diaph',
]);
/** Words after which a small number means stops. */
const EXPOSURE = new Set(['exposure', 'exp', 'exposicion', 'exposition', 'belichtung']);
const PERCENT = new Set(['%', 'percent', 'pct', 'prozent']);
const KELVIN = new Set(['k', 'kelvin']);

/** A number with its unit at `from`, as an amount on the 0…2 scale; undefined when there is no number. */
export function quantityAt(
  words: readonly string[],
  from: number,
): { meaning: Meaning; length: number } | undefined {
  const match = /^([+-]?)(\d+(?:[.,]\d+)?)$/.exec(words[from] ?? '');
  if (!match) return undefined;
  const value = Number(match[2]!.replace(',', '.'));
  const sign = match[1] === '+' ? 1 : match[1] === '-' ? -1 : 0;
  const unit = words[from + 1] ?? '';
  if (STOPS.has(unit)) {
    return {
      meaning: { kind: 'quantity', amount: limit(value / ORDINARY_STOPS), sign, axis: 'brightness' },
      length: 2,
    };
  }
  if (PERCENT.has(unit))
    return { meaning: { kind: 'quantity', amount: limit(value / ORDINARY_PERCENT), sign }, length: 2 };
  if (KELVIN.has(unit) && value >= 1000) {
    const mired = 1e6 / value - 1e6 / NEUTRAL_KELVIN;
    return {
      // In Camera Raw a higher number makes the picture warmer.
      meaning: {
        kind: 'quantity',
        amount: limit(Math.abs(mired) / ORDINARY_MIRED),
        sign: mired > 0 ? -1 : 1,
        axis: 'warmth',
      },
      length: 2,
    };
  }
  // "Exposure -0.5" means stops, "contrast -5" slider points.
  if (/[.,]/.test(match[2]!) && value <= 5) {
    return { meaning: { kind: 'quantity', amount: limit(value / ORDINARY_STOPS), sign }, length: 1 };
  }
  if (EXPOSURE.has(words[from - 1] ?? '') && value <= 5) {
    return { meaning: { kind: 'quantity', amount: limit(value / ORDINARY_STOPS), sign }, length: 1 };
  }
  if (value > 0 && value <= 100)
    return { meaning: { kind: 'quantity', amount: limit(value / ORDINARY_PERCENT), sign }, length: 1 };
  return { meaning: { kind: 'filler' }, length: 1 };
}

function limit(amount: number): number {
  return Math.min(2, Math.max(0.1, Math.round(amount * 100) / 100));
}

/** A number that a person named exactly, found again in a goal's words. */
export interface Quantity {
  readonly value: number;
  readonly unit: 'EV' | 'percent' | 'kelvin' | 'points';
}

/**
 * The exact quantity in a goal's words ("+0.7 EV", "20% less saturated", "to 5600K", "+15 contrast"), for those who
 * want more than the rounded `amount`; undefined when none was named. Values keep their sign if one was written.
 */
export function readQuantity(words: string): Quantity | undefined {
  const plain = words.toLowerCase().replace(/[\u2212\u2013]/g, '-');
  const spoken = SPOKEN_STOPS.find(([pattern]) => pattern.test(plain));
  if (spoken) return { value: spoken[1], unit: 'EV' };
  const match = /([+-]?\d+(?:[.,]\d+)?)\s*(ev\b|stops?\b|%|percent\b|k\b|kelvin\b)?/.exec(plain);
  if (!match) return undefined;
  const number = match[1]!.replace(',', '.');
  const value = Number(number);
  const unit = match[2] ?? '';
  if (unit === 'ev' || unit.startsWith('stop')) return { value, unit: 'EV' };
  if (unit === '%' || unit === 'percent') return { value, unit: 'percent' };
  if (unit === 'k' || unit === 'kelvin') return { value, unit: 'kelvin' };
  const exposure = /\bexp(osure)?\b|belichtung|exposici|exposition/.test(plain);
  if (Math.abs(value) <= 5 && (exposure || number.includes('.'))) return { value, unit: 'EV' };
  return Math.abs(value) <= 100 ? { value, unit: 'points' } : undefined;
}

/** Stops in words, the longer phrase first. */
const SPOKEN_STOPS: readonly (readonly [RegExp, number])[] = [
  [/\b(2\/3|two thirds) (of a )?stop/, 2 / 3],
  [/\b(1\/3|one third|a third|third) (of )?(a )?stop/, 1 / 3],
  [/\b(a )?(1\/4|quarter) (of a )?stop/, 0.25],
  [/\bstop and a half|one and a half stops/, 1.5],
  [/\b(1\/2|half) (a |of a )?stop/, 0.5],
  [/\b(two|a couple of) stops/, 2],
  [/\bthree stops/, 3],
  [/\b(one|a|a full) stop\b/, 1],
];
