import type { Axis, Goal, GoalRegion, Lock } from '#wire/goal.ts';

/** How a goal is said on a chip: [less of the axis, more of it]. */
const AXIS_WORDS: Readonly<Record<Axis, readonly [less: string, more: string]>> = {
  brightness: ['darker', 'brighter'],
  contrast: ['less contrast', 'more contrast'],
  warmth: ['cooler', 'warmer'],
  tint: ['greener', 'more magenta'],
  saturation: ['less saturated', 'more saturated'],
  vibrance: ['calmer colours', 'livelier colours'],
  hue: ['hue turned back', 'hue turned on'],
  highlights: ['calmer highlights', 'brighter highlights'],
  shadows: ['deeper shadows', 'lighter shadows'],
  whites: ['softer whites', 'brighter whites'],
  blacks: ['deeper blacks', 'lifted blacks'],
  clarity: ['softer', 'more clarity'],
  texture: ['smoother', 'more texture'],
  dehaze: ['hazier', 'clearer air'],
  sharpness: ['less sharp', 'sharper'],
  noise: ['less noise', 'more noise'],
  grain: ['less grain', 'more grain'],
  vignette: ['lighter edges', 'darker edges'],
  fade: ['less faded', 'faded'],
};

/** Strengths a chip steps through; `goalSchema` calls 1 an ordinary, visible change. */
export const STRENGTHS = [
  { amount: 0.5, words: 'a bit' },
  { amount: 1, words: '' },
  { amount: 1.6, words: 'a lot' },
] as const;

export function sayStrength(amount: number): string {
  return STRENGTHS[strengthIndex(amount)]?.words ?? '';
}

/** The strength after this one; after the strongest comes the mildest. */
export function nextStrength(amount: number): number {
  return STRENGTHS[(strengthIndex(amount) + 1) % STRENGTHS.length]?.amount ?? 1;
}

function strengthIndex(amount: number): number {
  if (amount < 0.75) return 0;
  return amount <= 1.3 ? 1 : 2;
}

export function sayGoal(goal: Omit<Goal, 'words'>): string {
  const words = AXIS_WORDS[goal.axis][goal.direction === 1 ? 1 : 0];
  const strength = sayStrength(goal.amount);
  const text = strength === '' ? words : `${words}, ${strength}`;
  return goal.region === null ? text : `${sayRegion(goal.region)}: ${text}`;
}

/** Colours stand for the things of that colour. */
function sayRegion(region: GoalRegion): string {
  const colours = ['red', 'orange', 'yellow', 'green', 'aqua', 'blue', 'purple', 'magenta'];
  return colours.includes(region) ? `${region}s` : region;
}

export function sayLock(lock: Lock): string {
  if (lock.mode === 'natural') return `${lock.what} kept natural`;
  return lock.mode === 'matched' ? `${lock.what} matched` : `${lock.what} unchanged`;
}
