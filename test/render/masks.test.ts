import type { Raster } from '#image/raster.ts';
import { open, render } from '#render/pipeline.ts';
import type { Correction, Mask } from '#settings/settings.ts';
import { pixels } from './pictures.ts';

const WIDTH = 40;
const HEIGHT = 20;

function flat(level: number): Raster {
  const row = pixels(Array.from({ length: WIDTH * HEIGHT }, () => [level, level, level] as const));
  return { ...row, width: WIDTH, height: HEIGHT };
}

/** How far each pixel of the middle row got towards the full effect, 0…1. */
function weights(masks: readonly Mask[], raster = flat(0.4)): number[] {
  const correction: Correction = {
    name: 'test',
    active: true,
    amount: 1,
    values: { LocalExposure2012: 0.25 },
    masks,
  };
  const after = render(open(raster), { MaskGroupBasedCorrections: [correction] });
  const everywhere = render(open(raster), { MaskGroupBasedCorrections: [{ ...correction, masks: [ALL] }] });
  return Array.from({ length: WIDTH }, (_, x) => {
    const p = ((HEIGHT / 2) * WIDTH + x) * 3;
    const full = everywhere.data[p]! - raster.data[p]!;
    return full === 0 ? 0 : (after.data[p]! - raster.data[p]!) / full;
  });
}

const common = { combine: 'add', inverted: false } as const;
const ALL: Mask = { kind: 'luminance', ...common, lowNone: 0, lowFull: 0, highFull: 1, highNone: 1 };
const RIGHT: Mask = { kind: 'linear', ...common, zeroX: 0.25, zeroY: 0.5, fullX: 0.75, fullY: 0.5 };
const CENTRE: Mask = {
  kind: 'radial',
  ...common,
  top: 0,
  left: 0.25,
  bottom: 1,
  right: 0.75,
  angle: 0,
  feather: 50,
};

describe('masks', () => {
  test('a linear mask rises from its zero line to its full line', () => {
    const row = weights([RIGHT]);
    expect(row[0]).toBe(0);
    expect(row[WIDTH - 1]).toBeCloseTo(1, 2);
    expect(row[WIDTH / 2]!).toBeGreaterThan(0.4);
    expect(row[WIDTH / 2]!).toBeLessThan(0.6);
    for (let x = 1; x < WIDTH; x++) expect(row[x]!).toBeGreaterThanOrEqual(row[x - 1]! - 1e-3);
  });

  test('a radial mask is full in its middle and nothing outside', () => {
    const row = weights([CENTRE]);
    expect(row[WIDTH / 2]).toBeCloseTo(1, 2);
    expect(row[2]).toBe(0);
    expect(row[WIDTH - 3]).toBe(0);
  });

  test('inverting a mask exchanges inside and outside', () => {
    const row = weights([CENTRE]);
    const inverse = weights([{ ...CENTRE, inverted: true }]);
    row.forEach((weight, x) => {
      expect(weight + inverse[x]!).toBeCloseTo(1, 2);
    });
  });

  test('adding takes the larger weight', () => {
    const [a, b, both] = [weights([RIGHT]), weights([CENTRE]), weights([RIGHT, CENTRE])];
    both.forEach((weight, x) => {
      expect(weight).toBeCloseTo(Math.max(a[x]!, b[x]!), 2);
    });
  });

  test('subtracting leaves what the second does not cover', () => {
    const [a, b] = [weights([RIGHT]), weights([CENTRE])];
    weights([RIGHT, { ...CENTRE, combine: 'subtract' }]).forEach((weight, x) => {
      expect(weight).toBeCloseTo(a[x]! * (1 - b[x]!), 2);
    });
  });

  test('intersecting multiplies', () => {
    const [a, b] = [weights([RIGHT]), weights([CENTRE])];
    weights([RIGHT, { ...CENTRE, combine: 'intersect' }]).forEach((weight, x) => {
      expect(weight).toBeCloseTo(a[x]! * b[x]!, 2);
    });
  });

  test.each([
    ['inside', 0.4, 1],
    ['below', 0.1, 0],
    ['above', 0.9, 0],
  ] as const)('a luminance range selects by coded luminance: %s', (_, level, expected) => {
    const mask: Mask = {
      kind: 'luminance',
      ...common,
      lowNone: 0.2,
      lowFull: 0.3,
      highFull: 0.5,
      highNone: 0.6,
    };
    expect(weights([mask], flat(level))[5]).toBeCloseTo(expected, 2);
  });

  test('a colour range selects pixels like its sample', () => {
    const mask: Mask = {
      kind: 'color',
      ...common,
      samples: [{ r: 0.2, g: 0.3, b: 0.7, x: 0, y: 0 }],
      amount: 20,
    };
    const picture = (color: readonly [number, number, number]) => {
      const row = pixels(Array.from({ length: WIDTH * HEIGHT }, () => color));
      return { ...row, width: WIDTH, height: HEIGHT };
    };
    expect(weights([mask], picture([0.21, 0.3, 0.69]))[5]).toBeCloseTo(1, 2);
    expect(weights([mask], picture([0.7, 0.3, 0.2]))[5]).toBe(0);
  });

  test('an AI mask whose part is not in the picture touches nothing', () => {
    const mask: Mask = { kind: 'ai', ...common, target: 'sky', referenceX: 0.5, referenceY: 0.5 };
    expect(weights([mask]).every((weight) => weight === 0)).toBe(true);
  });

  test('the amount of a correction scales its sliders', () => {
    const raster = flat(0.4);
    const at = (amount: number) => {
      const correction: Correction = {
        name: 'x',
        active: true,
        amount,
        values: { LocalExposure2012: 0.25 },
        masks: [ALL],
      };
      return render(open(raster), { MaskGroupBasedCorrections: [correction] }).data[0]!;
    };
    expect(at(2)).toBe(render(open(raster), { Exposure2012: 2 }).data[0]);
    expect(at(0.5)).toBe(render(open(raster), { Exposure2012: 0.5 }).data[0]);
  });
});
