import { toLab } from '#image/lab.ts';
import { meanDeltaE2000, psnr, ssim } from '#image/metrics.ts';
import { deepen, gaussian, paint } from './pictures.ts';

const scene = paint(48, 32, (x, y) => [x * 5, y * 7, 120]);
const brighter = paint(48, 32, (x, y) => [x * 5 + 10, y * 7 + 10, 130]);

function noisy(amount: number) {
  const next = gaussian(7);
  return paint(
    48,
    32,
    (x, y) =>
      [x * 5, y * 7, 120].map((v) => Math.min(255, Math.max(0, v + amount * next()))) as [
        number,
        number,
        number,
      ],
  );
}

describe('picture metrics', () => {
  test('find equal pictures equal', () => {
    const lab = toLab(scene);
    expect(psnr(scene, scene)).toBe(Number.POSITIVE_INFINITY);
    expect(ssim(lab, lab)).toBeCloseTo(1, 6);
    expect(meanDeltaE2000(lab, lab)).toBe(0);
  });

  test('psnr() of a difference of 10 in every sample is 28.13 dB', () => {
    expect(psnr(scene, brighter)).toBeCloseTo(20 * Math.log10(255 / 10), 6);
  });

  test('ssim() forgives a shift of lightness and punishes noise', () => {
    const lab = toLab(scene);
    expect(ssim(lab, toLab(brighter))).toBeGreaterThan(0.9);
    expect(ssim(lab, toLab(noisy(25)))).toBeLessThan(0.6);
    expect(ssim(lab, toLab(noisy(5)))).toBeGreaterThan(ssim(lab, toLab(noisy(25))));
  });

  test('meanDeltaE2000() tells no more than was asked: whether pictures are so far apart', () => {
    const large = (shift: number) => toLab(paint(72, 48, (x, y) => [x * 3 + shift, y * 4, 90 + shift]));
    const exact = meanDeltaE2000(large(0), large(20));
    expect(exact).toBeGreaterThan(2);
    for (const enough of [0.1 * exact, 0.5 * exact, 0.99 * exact])
      expect(meanDeltaE2000(large(0), large(20), enough)).toBe(enough);
    for (const enough of [1.01 * exact, 10 * exact])
      expect(meanDeltaE2000(large(0), large(20), enough)).toBe(exact);
  });

  test('refuse pictures that differ in size or depth', () => {
    const small = paint(4, 4, () => [0, 0, 0]);
    expect(() => psnr(scene, small)).toThrow(RangeError);
    expect(() => ssim(toLab(scene), toLab(small))).toThrow(RangeError);
    expect(() => meanDeltaE2000(toLab(scene), toLab(small))).toThrow(RangeError);
    expect(() => psnr(scene, deepen(scene))).toThrow(RangeError);
  });
});
