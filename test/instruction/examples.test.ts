import type { Observation, Region, RegionName, Statistics } from '#image/observation.ts';
import { suggestInstructions } from '#instruction/examples.ts';
import { readInstruction } from '#instruction/read.ts';

const ORDINARY: Statistics = {
  lightness: {
    p01: 3,
    p05: 8,
    p10: 14,
    p25: 30,
    p50: 50,
    p75: 70,
    p90: 84,
    p95: 90,
    p99: 96,
    mean: 50,
    spread: 24,
  },
  clipping: { shadows: 0.001, highlights: 0.001 },
  chroma: { mean: 18, p90: 40 },
  mean: { a: 1, b: 4 },
  cast: { a: 0, b: 1, confidence: 0.5 },
  shadows: { a: 0, b: 0 },
  highlights: { a: 0, b: 2 },
  hues: [0.05, 0.1, 0.05, 0.1, 0.05, 0.1, 0, 0],
  haze: 0.1,
  noise: 0.5,
  detail: { fine: 2, middle: 4 },
  vignette: 0,
};

function observation(
  statistics: Partial<Statistics>,
  regions: Partial<Record<RegionName, number>> = {},
): Observation {
  const found = Object.entries(regions).map(([name, area]) => ({
    name,
    area,
    confidence: 0.9,
  })) as unknown as Region[];
  return { statistics: { ...ORDINARY, ...statistics }, regions: found } as unknown as Observation;
}

const DARK = { lightness: { ...ORDINARY.lightness, mean: 20 } };

describe('suggestInstructions()', () => {
  test.each([
    ['a dark photo', observation(DARK), /dark/],
    ['a yellow one', observation({ cast: { a: 0, b: 15, confidence: 0.9 } }), /yellow cast/],
    ['a hazy one', observation({ haze: 0.7 }), /haze/],
    ['a green one', observation({ hues: [0, 0.05, 0.2, 0.4, 0, 0.05, 0, 0] }), /autumn/],
    ['a portrait', observation({}, { person: 0.3, face: 0.1, skin: 0.1 }), /skin/],
    ['a photo with sky', observation({}, { sky: 0.4 }), /sky/],
    ['one without any fault', observation({}), /best/],
  ])('suggests what fits %s', (_name, seen, pattern) => {
    expect(suggestInstructions(seen).join(' | ')).toMatch(pattern);
  });

  test('gives three different sentences, each of which is understood', () => {
    for (const seen of [
      observation({}),
      observation(DARK, { sky: 0.4, foliage: 0.4 }),
      observation({ noise: 6 }, { face: 0.2, person: 0.5 }),
    ]) {
      const sentences = suggestInstructions(seen);
      expect(new Set(sentences).size).toBe(3);
      for (const sentence of sentences) expect(readInstruction(sentence).confidence).toBeGreaterThan(0.8);
    }
  });
});
