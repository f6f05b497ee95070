import { parseNumber } from '#panel/state/parse-number.ts';

describe('parseNumber()', () => {
  test.each([
    ['12', 12],
    ['+0.35 EV', 0.35],
    ['−12', -12],
    ['-12', -12],
    ['– 3', -3],
    ['0,5', 0.5],
    ['.5', 0.5],
    ['5200 K', 5200],
    ['80 %', 80],
    ['', null],
    ['EV', null],
  ])('reads %j as %p', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});
