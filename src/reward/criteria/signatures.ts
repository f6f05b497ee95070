import type { Axis, Goal, GoalRegion } from '#wire/goal.ts';

/** One thing by which a look is recognised, as a movement of a part of the picture. */
export interface Signature extends Omit<Goal, 'words'> {
  readonly name: string;
}

function mark(
  name: string,
  axis: Axis,
  direction: 1 | -1,
  amount: number,
  region: GoalRegion | null = null,
): Signature {
  return { name, axis, direction, amount, region };
}

/**
 * What tells a look from the goals it shares with others, by the style's name in a reading. Only what every honest
 * reading of the look has: alternatives may differ in all the rest.
 */
export const SIGNATURES: Readonly<Record<string, readonly Signature[]>> = {
  autumn: [mark('autumn: greens toward amber', 'hue', -1, 1.8, 'green')],
  'golden hour': [mark('golden hour: golden lights', 'warmth', 1, 1.4, 'highlights')],
  sunset: [mark('sunset: glowing lights', 'warmth', 1, 1.4, 'highlights')],
  'blue hour': [mark('blue hour: blue shadows', 'warmth', -1, 1, 'shadows')],
  night: [mark('night: darker', 'brightness', -1, 1.2), mark('night: cold light', 'warmth', -1, 1.1)],
  winter: [mark('winter: cold light', 'warmth', -1, 0.8)],
  moody: [mark('moody: darker lights', 'brightness', -1, 1.2, 'highlights')],
  airy: [mark('airy: open shadows', 'brightness', 1, 1.5, 'shadows')],
  faded: [mark('faded: lifted blacks', 'fade', 1, 0.8)],
  film: [mark('film: soft ends of the range', 'fade', 1, 0.8)],
  vintage: [mark('vintage: lifted blacks', 'fade', 1, 1.2)],
  matte: [mark('matte: lifted blacks', 'fade', 1, 1)],
  dramatic: [mark('dramatic: strong contrast', 'contrast', 1, 0.8)],
};
