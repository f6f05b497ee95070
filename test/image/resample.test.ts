import { SRGB } from '#color/spaces.ts';
import { fitWithin, resize } from '#image/resample.ts';
import { deepen, paint } from './pictures.ts';

describe('resize()', () => {
  test('averages in linear light: black and white make sRGB 188, not 128', () => {
    const board = paint(8, 8, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    const grey = Math.round(SRGB.encode(0.5) * 255);
    expect([...resize(board, 2, 2).data]).toEqual(new Array(12).fill(grey));
  });

  test('counts parts of pixels by their share', () => {
    const three = paint(3, 1, (x) => (x === 0 ? [255, 0, 0] : [0, 0, 0]));
    // The left half covers pixel 0 whole and half of pixel 1: two thirds of it are red.
    expect(resize(three, 2, 1).data[0]).toBe(Math.round(SRGB.encode(2 / 3) * 255));
  });

  test('keeps 16 bits', () => {
    const deep = resize(deepen(paint(5, 4, () => [10, 20, 30])), 3, 2);
    expect(deep.data).toBeInstanceOf(Uint16Array);
    expect(Math.abs(deep.data[0]! - 2570)).toBeLessThanOrEqual(1);
  });

  test('does not let hidden colour of transparent pixels bleed in', () => {
    const green = paint(2, 1, (x) => (x === 0 ? [0, 255, 0] : [255, 0, 255]));
    const { data, alpha } = resize({ ...green, alpha: Uint8Array.of(255, 0) }, 1, 1);
    expect([...data]).toEqual([0, 255, 0]);
    expect([...alpha!]).toEqual([128]);
  });

  test('keeps the colour of a wholly transparent picture', () => {
    const clear = { ...paint(4, 4, () => [80, 90, 100]), alpha: new Uint8Array(16) };
    expect([...resize(clear, 1, 1).data]).toEqual([80, 90, 100]);
  });

  test('returns the same picture when nothing changes', () => {
    const raster = paint(3, 2, () => [1, 2, 3]);
    expect(resize(raster, 3, 2)).toBe(raster);
    expect(fitWithin(raster, 3)).toBe(raster);
    expect(fitWithin(raster, 100)).toBe(raster);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses the size %d', (size) => {
    expect(() =>
      resize(
        paint(3, 2, () => [1, 2, 3]),
        size,
        2,
      ),
    ).toThrow(RangeError);
  });
});

describe('fitWithin()', () => {
  test.each([
    { from: [1000, 10], edge: 100, to: [100, 1] },
    { from: [1000, 1], edge: 64, to: [64, 1] },
    { from: [1, 300], edge: 64, to: [1, 64] },
    { from: [30, 20], edge: 15, to: [15, 10] },
    { from: [1, 1], edge: 1, to: [1, 1] },
  ])('fits $from into $edge as $to', ({ from, edge, to }) => {
    const { width, height } = fitWithin(
      paint(from[0]!, from[1]!, () => [9, 9, 9]),
      edge,
    );
    expect([width, height]).toEqual(to);
  });
});
