import { reasonWords } from '#panel/state/reason-words.ts';
import { sayGoal, sayLock } from '#panel/state/words.ts';
import { AXES } from '#wire/goal.ts';

describe('sayGoal()', () => {
  test('has different words for both directions of every axis', () => {
    for (const axis of AXES) {
      const goal = { axis, amount: 1, region: null };
      expect(sayGoal({ ...goal, direction: 1 })).not.toBe(sayGoal({ ...goal, direction: -1 }));
    }
  });

  test('names colours as the things that have them', () => {
    expect(sayGoal({ axis: 'saturation', direction: -1, amount: 2, region: 'blue' })).toBe(
      'blues: less saturated, a lot',
    );
  });
});

describe('sayLock()', () => {
  test.each([
    ['unchanged', 'skin unchanged'],
    ['natural', 'skin kept natural'],
    ['matched', 'skin matched'],
  ] as const)('tells %s from the other modes', (mode, words) => {
    expect(sayLock({ what: 'skin', kind: 'region', mode, words: '' })).toBe(words);
  });
});

describe('reasonWords()', () => {
  test.each([
    ['Temperature +3, Tint +2: warmer light', ['IncrementalTemperature', 'IncrementalTint'], 'Warmer light'],
    ['Exposure +0.06 EV: brighter', ['Exposure2012'], 'Brighter'],
    ['Greens turned: towards amber', ['HueAdjustmentGreen'], 'Greens turned: towards amber'],
    ['Two things, three words: kept', ['A', 'B'], 'Two things, three words: kept'],
    ['Warmer light', ['IncrementalTemperature'], 'Warmer light'],
    ['Temperature +3: warmer', undefined, 'Temperature +3: warmer'],
  ])('leaves out only a list of the settings that stand below: %s', (text, parameters, words) => {
    expect(reasonWords({ text, parameters })).toBe(words);
  });
});
