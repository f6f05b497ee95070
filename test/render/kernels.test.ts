import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { runNow } from '#image/steps.ts';
import { SlidingMean } from '#render/detail/sliding-mean.ts';
import { fastLog2, fastPower2 } from '#render/local/fast-log.ts';
import { gainRow, gainSpan } from '#render/local/gain-row.ts';
import { RowUpsampler } from '#render/local/upsample.ts';
import { Remembered } from '#render/remembered.ts';
import { applyTable, applyTableToCodes, buildTable } from '#render/table/color-table.ts';
import { testPicture } from './pictures.ts';

describe('gains on coded values', () => {
  test.each([SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO].map((space) => [space.name, space] as const))(
    'are gains of linear light: %s',
    (_, space) => {
      const raster = testPicture(64, 2, 8, space);
      const roots = Float32Array.from({ length: 64 }, (_, x) => Math.sqrt(2 ** (x / 16 - 2)));
      const row = new Float32Array(64 * 3);
      gainRow(raster, 1, roots, row);
      const span = Float32Array.from(raster.data.subarray(64 * 3), (code) => code / 255);
      gainSpan(space, roots, 0, 64, span);
      for (let i = 0; i < row.length; i++) {
        const channel = (i % 3) as 0 | 1 | 2;
        const light = space.decode(raster.data[64 * 3 + i]! / 255, channel) * roots[Math.floor(i / 3)]! ** 2;
        const wanted = light < 1 ? space.encode(light, channel) : 1;
        expect(Math.abs(row[i]! - wanted) * 255).toBeLessThan(0.1);
        expect(Math.abs(span[i]! - wanted) * 255).toBeLessThan(0.1);
      }
    },
  );
});

describe('fast logarithm and power', () => {
  test.each([1e-4, 0.0021, 0.18, 0.5, 0.9999, 1, 1.7, 6])('are near those of Math at %d', (x) => {
    expect(Math.abs(fastLog2(x) - Math.log2(x))).toBeLessThan(2.5e-4);
  });

  test.each([-7.9, -3.3, 0, 0.4, 7.9])('are near those of Math at %d stops', (stops) => {
    expect(fastPower2(stops) / 2 ** stops).toBeCloseTo(1, 4);
  });
});

describe('SlidingMean', () => {
  test.each([
    [9, 7, 1, false],
    [9, 7, 3, true],
    [3, 4, 5, false],
    [1, 1, 2, true],
  ] as const)(
    'is the mean over the window: %d × %d px, radius %d, squares %p',
    (width, height, radius, squared) => {
      const plane = Float32Array.from({ length: width * height }, (_, i) => ((i * 37) % 23) / 23);
      const mean = new SlidingMean(width, radius, squared);
      const row = new Float32Array(width);
      mean.start(plane, height);
      for (let y = 0; y < height; y++) {
        mean.row(plane, y, height, row);
        for (let x = 0; x < width; x++) {
          let sum = 0;
          let count = 0;
          for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++)
            for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
              const value = plane[v * width + u]!;
              sum += squared ? value * value : value;
              count++;
            }
          expect(row[x]).toBeCloseTo(sum / count, 5);
        }
      }
    },
  );
});

describe('RowUpsampler', () => {
  test.each([
    [5, 20],
    [5, 18],
    [4, 4],
    [9, 3],
    [1, 6],
  ])('keeps a straight slope straight between the outer centres: %d → %d px', (planeWidth, width) => {
    const scale = width / planeWidth;
    const plane = Float32Array.from({ length: planeWidth * 2 }, (_, i) => i % planeWidth);
    const out = new Float32Array(width).fill(Number.NaN);
    new RowUpsampler(planeWidth, width, scale).row(plane, 2, 0, out);
    for (let x = 0; x < width; x++) {
      const place = (x + 0.5) / scale - 0.5;
      expect(out[x]).toBeCloseTo(Math.min(planeWidth - 1, Math.max(0, place)), 5);
    }
  });
});

describe('colour tables', () => {
  test.each([17, 33, 49])('of %d nodes answer codes and samples alike, and keep black and white', (size) => {
    const develop = (samples: Float32Array, count: number) => {
      for (let p = 0; p < count * 3; p += 3) {
        const [r, g, b] = [samples[p]!, samples[p + 1]!, samples[p + 2]!];
        samples[p] = 0.7 * r + 0.3 * g * g;
        samples[p + 1] = 0.2 * r * r + 0.8 * g;
        samples[p + 2] = 0.5 * b + 0.5 * Math.sqrt(b);
      }
    };
    const table = runNow(buildTable(size, develop));
    const codes = Uint8Array.from({ length: 3 * 4000 }, (_, i) => (i < 768 ? i / 3 : (i * 7919) % 256));
    const bytes = new Uint8Array(codes.length);
    applyTableToCodes(table, codes, 0, 4000, bytes);
    const samples = Float32Array.from(codes, (code) => code / 255);
    applyTable(table, samples, 4000);
    for (let i = 0; i < codes.length; i++) expect(Math.abs(samples[i]! * 255 - bytes[i]!)).toBeLessThan(0.51);
    expect([...bytes.subarray(765, 768)]).toEqual([255, 255, 255]);
    expect([...bytes.subarray(0, 3)]).toEqual([0, 0, 0]);
  });
});

describe('Remembered', () => {
  test('builds once per name and forgets the oldest', () => {
    const remembered = new Remembered<number>(2);
    const built: string[] = [];
    const get = (name: string) => remembered.get(name, () => built.push(name));
    for (const name of ['a', 'a', 'b', 'a', 'c', 'b', 'a']) get(name);
    expect(built).toEqual(['a', 'b', 'c', 'a']);
  });
});
