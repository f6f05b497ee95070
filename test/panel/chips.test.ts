import { chipsOf } from '#panel/state/chips.ts';
import { READING } from './support.ts';

describe('chipsOf()', () => {
  const chips = chipsOf(READING);

  test('says each piece of the reading in plain words', () => {
    expect(chips.map(({ text }) => text)).toEqual([
      'autumn look',
      'warmer, a bit',
      'sky: darker',
      'skin kept natural',
    ]);
  });

  test('hides what a style implies behind the style, and takes both away together', () => {
    const [style] = chips;
    expect(style?.removed.styles).toEqual([]);
    expect(style?.removed.goals.map(({ words }) => words)).toEqual(['a bit warmer', 'darker sky']);
  });

  test('takes away one goal and leaves the others', () => {
    expect(chips[1]?.removed.goals.map(({ axis }) => axis)).toEqual(['brightness', 'saturation']);
  });

  test('steps the strength of a goal round: a bit, plain, a lot, a bit', () => {
    const texts: (string | undefined)[] = [];
    let reading = READING;
    for (let step = 0; step < 4; step += 1) {
      texts.push(chipsOf(reading)[1]?.text);
      reading = chipsOf(reading)[1]?.strengthened ?? reading;
    }
    expect(texts).toEqual(['warmer, a bit', 'warmer', 'warmer, a lot', 'warmer, a bit']);
  });

  test('takes away a lock', () => {
    expect(chips[3]?.removed.locks).toEqual([]);
  });
});
