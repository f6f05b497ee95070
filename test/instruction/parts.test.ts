import { hueDirection } from '#instruction/colors.ts';
import { describeReading } from '#instruction/describe.ts';
import { normalise } from '#instruction/normalise.ts';
import { readQuantity } from '#instruction/quantity.ts';
import { readInstruction } from '#instruction/read.ts';
import { editDistance } from '#instruction/spelling.ts';
import { tokenise } from '#instruction/tokens.ts';

describe('normalise()', () => {
  test.each([
    ['Don’t  make it DARKER', 'do not make it darker'],
    ['más cálido', 'mas calido'],
    ['🌅 warm 🌅', 'warm'],
    ['Colour & greyish', 'color & grayish'],
    ["it's too grey", 'it is too gray'],
    ['對比度', '对比度'],
    ['Sättigung, weiß', 'sattigung, weiss'],
  ])('%s → %s', (text, plain) => expect(normalise(text)).toBe(plain));
});

describe('tokenise()', () => {
  test('divides digits from letters, keeps signs of numbers and takes Han characters one by one', () => {
    expect(tokenise('70s +0.7 ev, teal-and-orange 更暖').map((token) => token.text)).toEqual([
      '70',
      's',
      '+0.7',
      'ev',
      ',',
      'teal',
      'and',
      'orange',
      '更',
      '暖',
    ]);
  });
});

describe('editDistance()', () => {
  test.each([
    ['warmer', 'warmr', 1],
    ['contrast', 'contrats', 1],
    ['sky', 'sky', 0],
    ['saturated', 'satturatd', 2],
  ])('%s and %s are %i apart', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance));
});

describe('hueDirection() has the sign of Camera Raw’s hue slider', () => {
  test.each([
    ['green', 'yellow', -1],
    ['green', 'aqua', 1],
    ['blue', 'purple', 1],
    ['blue', 'aqua', -1],
    ['orange', 'yellow', 1],
    ['red', 'magenta', -1],
    ['magenta', 'red', 1],
    ['red', 'red', null],
  ] as const)('%s to %s: %s', (from, to, direction) => expect(hueDirection(from, to)).toBe(direction));
});

describe('readQuantity() finds the number that was named', () => {
  test.each([
    ['+0.7 EV', { value: 0.7, unit: 'EV' }],
    ['half a stop brighter', { value: 0.5, unit: 'EV' }],
    ['drop the exposure by a third of a stop', { value: 1 / 3, unit: 'EV' }],
    ['2/3 stop brighter', { value: 2 / 3, unit: 'EV' }],
    ['exposure +1', { value: 1, unit: 'EV' }],
    ['a stop and a half brighter', { value: 1.5, unit: 'EV' }],
    ['20% less saturated', { value: 20, unit: 'percent' }],
    ['to 5600K', { value: 5600, unit: 'kelvin' }],
    ['contrast -15', { value: -15, unit: 'points' }],
    ['warmer', undefined],
  ])('%s', (words, quantity) => expect(readQuantity(words)).toEqual(quantity));
});

describe('words of a goal are those that the person wrote', () => {
  test.each([
    ['Please make it MUCH warmer', 'MUCH warmer'],
    ['darken the Sky, keep the rest', 'darken the Sky'],
    ['más cálido', 'más cálido'],
  ])('%s: %s', (sentence, words) => expect(readInstruction(sentence).goals[0]!.words).toBe(words));

  test('and are empty for what a style implies', () => {
    expect(readInstruction('moody').goals.map((goal) => goal.words)).toEqual(['', '', '', '']);
  });
});

describe('describeReading()', () => {
  test.each([
    ['a bit warmer, keep the skin natural', 'warmer, a bit · skin kept natural'],
    ['moody but not too dark', 'moody'],
    ['make the greens more yellow', 'greens: more yellow'],
    ['darken the sky a lot', 'sky: darker, a lot'],
    ['remove the car', 'cannot: remove the car'],
    ['leave it as it is', 'nothing to change'],
    ['qwrtz', 'not understood'],
  ])('"%s" → %s', (sentence, line) => expect(describeReading(readInstruction(sentence))).toBe(line));
});

describe('a look that is limited or refused', () => {
  const amountOf = (sentence: string, axis: string) =>
    readInstruction(sentence).goals.find((goal) => goal.axis === axis)?.amount ?? 0;

  test('"not too dark" halves what moody brings', () => {
    expect(amountOf('moody but not too dark', 'brightness')).toBeLessThanOrEqual(
      amountOf('moody', 'brightness') / 2,
    );
  });
  test('"a bit moody" has half the weight', () => {
    expect(readInstruction('a bit moody').styles[0]!.weight).toBe(0.5);
  });
  test('"don’t touch contrast" takes contrast out of what a style implies', () => {
    const reading = readInstruction('cinematic, don’t touch contrast');
    expect(reading.goals.some((goal) => goal.axis === 'contrast')).toBe(false);
  });
  test('"too moody" asks for the opposite of what moody brings', () => {
    const reading = readInstruction('it is too moody');
    expect(reading.styles).toEqual([]);
    expect(reading.goals).toContainEqual(expect.objectContaining({ axis: 'brightness', direction: 1 }));
  });
  test('a scene told in one breath has one leading look, and a dull morning no glow', () => {
    const { styles } = readInstruction('make it feel like a rainy november morning');
    expect(styles.map(({ name, weight }) => [name, weight])).toEqual([
      ['rainy', 1],
      ['autumn', 0.5],
    ]);
  });
  test('a special look names its plain one too, with half its weight', () => {
    const { styles } = readInstruction('film noir');
    expect(styles.map(({ name, weight }) => [name, weight])).toEqual([
      ['film noir', 1],
      ['monochrome', 0.5],
    ]);
  });
});
