import { joinReadings } from '#panel/state/join-readings.ts';
import type { Reading } from '#wire/goal.ts';
import { READING } from './support.ts';

const WISH: Reading = {
  language: 'en',
  goals: [{ axis: 'warmth', direction: -1, amount: 1, region: null, words: 'cooler' }],
  styles: [],
  locks: [{ what: 'skin', kind: 'region', mode: 'unchanged', words: "don't touch the skin" }],
  unsupported: [],
  confidence: 0.8,
};

describe('joinReadings()', () => {
  const joined = joinReadings(READING, WISH);

  test('lets the newer wish count where both speak of the same thing', () => {
    expect(joined.goals.map(({ axis, direction }) => [axis, direction])).toEqual([
      ['brightness', -1],
      ['saturation', -1],
      ['warmth', -1],
    ]);
    expect(joined.locks).toEqual(WISH.locks);
  });

  test('keeps everything else that was asked', () => {
    expect(joined.styles).toEqual(READING.styles);
    expect(joined.unsupported).toEqual(READING.unsupported);
  });
});
