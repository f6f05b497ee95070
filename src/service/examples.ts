import type { Observation } from '#image/observation.ts';

interface Suggestion {
  /** Two suggestions about the same are not offered together. */
  readonly about: string;
  readonly sentence: string;
  readonly fits: (observation: Observation) => boolean;
}

/** In order of how much a photo asks for them; the last fit every photo. Lightness is L*, haze and shares are 0…1. */
export const SUGGESTIONS: readonly Suggestion[] = [
  {
    about: 'lightness',
    sentence: 'brighter, but keep the highlights',
    fits: ({ statistics }) => statistics.lightness.p50 < 35,
  },
  {
    about: 'lightness',
    sentence: 'too bright, bring it down',
    fits: ({ statistics }) => statistics.lightness.p50 > 72,
  },
  { about: 'haze', sentence: 'less hazy, more depth', fits: ({ statistics }) => statistics.haze > 0.4 },
  {
    about: 'white',
    sentence: 'too warm, make it neutral',
    fits: ({ statistics: { cast } }) => cast.confidence > 0.4 && cast.b > 6,
  },
  {
    about: 'white',
    sentence: 'too cold, make it neutral',
    fits: ({ statistics: { cast } }) => cast.confidence > 0.4 && cast.b < -6,
  },
  {
    about: 'people',
    sentence: 'softer and warmer, keep the skin natural',
    fits: ({ regions }) => has(regions, 'face'),
  },
  { about: 'range', sentence: 'open up the shadows', fits: ({ statistics }) => statistics.lightness.p10 < 8 },
  {
    about: 'range',
    sentence: 'recover the highlights',
    fits: ({ statistics }) => statistics.clipping.highlights > 0.01,
  },
  {
    about: 'contrast',
    sentence: 'more contrast',
    fits: ({ statistics }) => statistics.lightness.spread < 18,
  },
  {
    about: 'place',
    sentence: 'make the sky darker and more saturated',
    fits: ({ regions }) => has(regions, 'sky'),
  },
  { about: 'place', sentence: 'autumn colours', fits: ({ regions }) => has(regions, 'foliage') },
  { about: 'mood', sentence: 'moody and a bit cooler', fits: () => true },
  { about: 'look', sentence: 'black and white with strong contrast', fits: () => true },
];

/** The automatic edit is always worth offering. */
export const ALWAYS = 'make this photo look its best';

/** Three sentences that fit this photo: two about what was seen in it, on different things. */
export function suggestInstructions(observation: Observation): string[] {
  const taken = new Set<string>();
  const fitting = SUGGESTIONS.filter(
    ({ fits, about }) => fits(observation) && !taken.has(about) && taken.add(about),
  );
  return [...fitting.slice(0, 2).map(({ sentence }) => sentence), ALWAYS];
}

function has(regions: Observation['regions'], name: string): boolean {
  return regions.some((region) => region.name === name && region.area > 0.01);
}
