import fc from 'fast-check';
import { embeddedRenderer, open, render, renderStrips } from '#render/pipeline.ts';
import { settingsSchema } from '#settings/schema.ts';
import { testPicture } from './pictures.ts';
import { anySettings } from './settings-arbitrary.ts';

const sizes = [
  [1, 1],
  [1, 9],
  [13, 1],
  [5, 4],
  [31, 22],
] as const;

describe('render() with any settings that the schema allows', () => {
  test('answers a picture of the same size and depth, the same each time', () => {
    fc.assert(
      fc.property(
        anySettings(),
        fc.constantFrom(...sizes),
        fc.constantFrom(8, 16),
        fc.constantFrom('rendered', 'raw-preview'),
        (settings, [width, height], depth, source) => {
          fc.pre(settingsSchema.safeParse(settings).success);
          const raster = testPicture(width, height, depth);
          const before = raster.data.slice();
          const first = render(open(raster, { source }), settings);
          const second = render(open(raster, { source }), settings);
          expect(first.data.length).toBe(raster.data.length);
          expect(first.data.constructor).toBe(raster.data.constructor);
          expect(sameBytes(second.data, first.data)).toBe(true);
          expect(sameBytes(raster.data, before)).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('strips from the top make up the whole picture', () => {
    fc.assert(
      fc.property(anySettings(), (settings) => {
        const source = open(testPicture(600, 60));
        const whole = embeddedRenderer.render(source, settings);
        let row = 0;
        for (const strip of renderStrips(source, settings)) {
          expect(strip.top).toBe(row);
          const from = strip.top * 600 * 3;
          expect(strip.data.length).toBe(strip.rows * 600 * 3);
          expect(sameBytes(whole.data.slice(from, from + strip.data.length), strip.data)).toBe(true);
          row += strip.rows;
        }
        expect(row).toBe(60);
      }),
      { numRuns: 8 },
    );
  });
});

function sameBytes(a: Uint8Array | Uint16Array, b: Uint8Array | Uint16Array): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array) =>
    Buffer.from(buffer, byteOffset, byteLength);
  return Buffer.compare(bytes(a), bytes(b)) === 0;
}
