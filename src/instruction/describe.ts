import { COLOR_NAMES } from '#image/observation.ts';
import type { Axis, Goal, Lock, Reading } from '#wire/goal.ts';
import { REGION_COLORS } from './colors.ts';

/** How more and less of an axis are called. */
const WORDS: Readonly<Record<Axis, readonly [more: string, less: string]>> = {
  brightness: ['brighter', 'darker'],
  contrast: ['more contrast', 'less contrast'],
  warmth: ['warmer', 'cooler'],
  tint: ['towards magenta', 'towards green'],
  saturation: ['more saturated', 'less saturated'],
  vibrance: ['more vibrant', 'less vibrant'],
  hue: ['hue shifted up', 'hue shifted down'],
  highlights: ['brighter highlights', 'highlights held back'],
  shadows: ['shadows opened', 'deeper shadows'],
  whites: ['brighter whites', 'softer whites'],
  blacks: ['blacks lifted', 'deeper blacks'],
  clarity: ['more clarity', 'softer'],
  texture: ['more texture', 'smoother'],
  dehaze: ['clearer air', 'hazier'],
  sharpness: ['sharper', 'less sharp'],
  noise: ['noisier', 'less noise'],
  grain: ['film grain', 'no grain'],
  vignette: ['darker edges', 'no dark edges'],
  fade: ['faded blacks', 'less faded'],
};

const MODES: Readonly<Record<Lock['mode'], string>> = {
  unchanged: 'left as it is',
  natural: 'kept natural',
  matched: 'matched',
};

const PLURAL: ReadonlySet<string> = new Set(['highlights', 'shadows', 'midtones', 'whites', 'blacks']);

/**
 * The reading as one short line for people: "warmer, a bit · skin kept natural". What a style implies is not listed
 * again; an empty reading gives "nothing to change" or, when nothing was understood, "not understood".
 */
export function describeReading(reading: Reading): string {
  const parts = describeParts(reading);
  if (parts.length > 0) return parts.join(' · ');
  return reading.confidence >= 0.5 ? 'nothing to change' : 'not understood';
}

/** The same as separate chips: styles, goals in the person's order, what is kept, what cannot be done. */
export function describeParts(reading: Reading): string[] {
  return [
    ...reading.styles.map(({ name, weight }) => withAmount(name, weight)),
    ...reading.goals.filter((goal) => goal.words !== '').map(describeGoal),
    ...reading.locks.map(describeLock),
    ...reading.unsupported.map(({ words }) => `cannot: ${words}`),
  ];
}

/** Towards which neighbour on the colour circle a hue goal turns. */
function hueWords(direction: 1 | -1, region: Goal['region']): string {
  const own = region === null ? undefined : REGION_COLORS[region];
  if (own === undefined) return WORDS.hue[direction === 1 ? 0 : 1];
  const index = (COLOR_NAMES.indexOf(own) + direction + COLOR_NAMES.length) % COLOR_NAMES.length;
  return `more ${COLOR_NAMES[index]}`;
}

function describeGoal({ axis, direction, amount, region }: Goal): string {
  const plain = axis === 'hue' ? hueWords(direction, region) : WORDS[axis][direction === 1 ? 0 : 1];
  const text = withAmount(plain, amount);
  if (region === null) return text;
  const place = PLURAL.has(region) ? region : (COLOR_PLURALS[region] ?? region);
  return `${place}: ${text}`;
}

const COLOR_PLURALS: Readonly<Partial<Record<string, string>>> = {
  red: 'reds',
  orange: 'oranges',
  yellow: 'yellows',
  green: 'greens',
  aqua: 'aquas',
  blue: 'blues',
  purple: 'purples',
  magenta: 'magentas',
};

function withAmount(text: string, amount: number): string {
  if (amount <= 0.6) return `${text}, a bit`;
  if (amount >= 1.8) return `${text}, as far as it goes`;
  if (amount >= 1.4) return `${text}, a lot`;
  return text;
}

function describeLock({ what, kind, mode }: Lock): string {
  if (mode !== 'unchanged') return `${what} ${MODES[mode]}`;
  if (PLURAL.has(what)) return `${what} left as they are`;
  return kind === 'parameter' ? `${what} locked` : `${what} ${MODES.unchanged}`;
}
