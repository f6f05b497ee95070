import fc from 'fast-check';
import sharp from 'sharp';
import { encodeJpeg } from '#node/encode.ts';
import { encodeInSegments, randomPicture } from './segments.ts';

test('any picture in any segments and parts decodes as one encode does', async () => {
  const shapes = fc.record({
    width: fc.integer({ min: 1, max: 90 }),
    segments: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    rest: fc.integer({ min: 1, max: 32 }),
    segmentRows: fc.constantFrom(16, 32),
    quality: fc.integer({ min: 1, max: 100 }),
    seed: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(shapes, async ({ width, segments, rest, segmentRows, quality, seed }) => {
      const parts = segments.map((count) => count * segmentRows);
      parts.push(Math.min(rest, segmentRows));
      const height = parts.reduce((sum, rows) => sum + rows, 0);
      const picture = randomPicture(width, height, seed);
      const joined = await encodeInSegments(picture, segmentRows, parts, { format: 'jpeg', quality });
      const [one, other] = await Promise.all(
        [joined, await encodeJpeg(picture, quality)].map((jpeg) =>
          sharp(jpeg, { failOn: 'warning' }).raw().toBuffer(),
        ),
      );
      expect(one!.equals(other!)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
