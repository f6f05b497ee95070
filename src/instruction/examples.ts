import type { Observation, RegionName, Statistics } from '#image/observation.ts';

interface Example {
  readonly sentence: string;
  /** 0…1: how well it fits this photo. */
  readonly fit: number;
  /** Sentences of one kind stand in for each other: a correction, a mood, something of its own. */
  readonly kind: 'fix' | 'look' | 'place';
}

/**
 * Three sentences that fit the photo: what it seems to need, a look that suits it, and something about a part of it,
 * the best fitting of each. Deterministic.
 */
export function suggestInstructions(observation: Observation): string[] {
  const examples = [...fixes(observation.statistics), ...looks(observation), ...places(observation)];
  const best = (kind: Example['kind']) =>
    examples.filter((example) => example.kind === kind).sort((a, b) => b.fit - a.fit)[0]!.sentence;
  return [best('fix'), best('look'), best('place')];
}

/** How far `value` is on the way from `none` to `full`, 0…1. */
function ramp(value: number, none: number, full: number): number {
  return Math.min(1, Math.max(0, (value - none) / (full - none)));
}

function fixes({ lightness, clipping, chroma, cast, haze, noise }: Statistics): Example[] {
  const sure = cast.confidence;
  return [
    { kind: 'fix', fit: 0.15, sentence: 'make this photo look its best' },
    { kind: 'fix', fit: ramp(lightness.mean, 42, 22), sentence: 'too dark, open up the shadows' },
    { kind: 'fix', fit: ramp(lightness.mean, 64, 82), sentence: 'a bit darker, recover the highlights' },
    { kind: 'fix', fit: ramp(clipping.highlights, 0.01, 0.06), sentence: 'recover the highlights' },
    { kind: 'fix', fit: ramp(lightness.spread, 18, 9), sentence: 'it looks flat, give it some punch' },
    { kind: 'fix', fit: ramp(haze, 0.3, 0.6), sentence: 'cut through the haze' },
    { kind: 'fix', fit: ramp(noise, 1.5, 4), sentence: 'reduce the noise' },
    { kind: 'fix', fit: sure * ramp(cast.b, 5, 14), sentence: 'remove the yellow cast' },
    { kind: 'fix', fit: sure * ramp(cast.b, -5, -14), sentence: 'too blue, make it warmer' },
    { kind: 'fix', fit: sure * ramp(cast.a, -4, -10), sentence: 'remove the green cast' },
    { kind: 'fix', fit: ramp(chroma.mean, 10, 4) * 0.5, sentence: 'the colors look dull, more vibrant' },
  ];
}

function looks({ statistics, regions }: Observation): Example[] {
  const { lightness, hues, chroma } = statistics;
  const green = (hues[2] ?? 0) + (hues[3] ?? 0);
  const warm = (hues[0] ?? 0) + (hues[1] ?? 0);
  const blue = (hues[4] ?? 0) + (hues[5] ?? 0);
  const person = share(regions, 'person') + share(regions, 'face') + share(regions, 'skin');
  return [
    { kind: 'look', fit: 0.3, sentence: 'cinematic teal and orange' },
    { kind: 'look', fit: ramp(green, 0.15, 0.5), sentence: 'make it feel like autumn' },
    {
      kind: 'look',
      fit: ramp(person, 0.03, 0.2) * ramp(lightness.mean, 35, 60),
      sentence: 'bright and airy, keep the skin natural',
    },
    {
      kind: 'look',
      fit: ramp(person, 0.03, 0.2) * ramp(lightness.mean, 55, 35),
      sentence: 'moody, but keep the skin natural',
    },
    { kind: 'look', fit: ramp(warm, 0.2, 0.5) * 0.8, sentence: 'golden hour' },
    { kind: 'look', fit: ramp(blue, 0.35, 0.7) * 0.7, sentence: 'vintage film' },
    { kind: 'look', fit: ramp(chroma.mean, 12, 5) * 0.8, sentence: 'black and white with some punch' },
  ];
}

function places({ statistics, regions }: Observation): Example[] {
  return [
    { kind: 'place', fit: 0.1, sentence: 'a bit warmer, but don’t touch the contrast' },
    {
      kind: 'place',
      fit: ramp(share(regions, 'sky'), 0.05, 0.3) * 0.9,
      sentence:
        statistics.clipping.highlights > 0.02 ? 'bring back the sky' : 'a deeper sky, the rest as it is',
    },
    { kind: 'place', fit: ramp(share(regions, 'face'), 0.01, 0.08), sentence: 'brighten the face a little' },
    {
      kind: 'place',
      fit: ramp(share(regions, 'person'), 0.05, 0.3) * 0.8,
      sentence: 'tone down the background',
    },
    {
      kind: 'place',
      fit: ramp(share(regions, 'foliage'), 0.1, 0.5) * 0.7,
      sentence: 'make the greens less saturated',
    },
    {
      kind: 'place',
      fit: ramp(share(regions, 'water'), 0.1, 0.4) * 0.7,
      sentence: 'make the water more turquoise',
    },
  ];
}

function share(regions: Observation['regions'], name: RegionName): number {
  return regions
    .filter((region) => region.name === name)
    .reduce((sum, region) => sum + region.area * region.confidence, 0);
}
