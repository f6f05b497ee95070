import type { Meaning } from './meaning.ts';

/** What an ordinary change (amount 1) is in slider units and in stops; quantities are measured against these. */
export const ORDINARY_PERCENT = 30;
export const ORDINARY_STOPS = 0.5;
/** A lamp's step on the mired scale that is plainly seen. */
export const ORDINARY_MIRED = 40;
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
  const match = /([+-]?\d+(?:[.,]\d+)?)\s*(ev\b|stops?\b|%|percent\b|k\b|kelvin\b)?/i.exec(
    words.replace(/[\u2212\u2013]/g, '-'),
  );
  if (match) {
    const value = Number(match[1]!.replace(',', '.'));
    const unit = (match[2] ?? '').toLowerCase();
    if (unit === 'ev' || unit.startsWith('stop')) return { value, unit: 'EV' };
    if (unit === '%' || unit === 'percent') return { value, unit: 'percent' };
    if (unit === 'k' || unit === 'kelvin') return { value, unit: 'kelvin' };
    return Math.abs(value) <= 100 ? { value, unit: 'points' } : undefined;
  }
  if (/third of a stop/i.test(words)) return { value: /two/i.test(words) ? 2 / 3 : 1 / 3, unit: 'EV' };
  if (/half (a )?stop/i.test(words)) return { value: 0.5, unit: 'EV' };
  if (/\b(one|a|full) stop\b/i.test(words)) return { value: 1, unit: 'EV' };
  if (/\btwo stops\b/i.test(words)) return { value: 2, unit: 'EV' };
  return undefined;
}
