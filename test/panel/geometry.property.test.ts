import fc from 'fast-check';
import { fitFrame, frameCentre, visiblePart, zoomCentreAt, zoomFrame } from '#panel/stage/geometry.ts';

const size = (least: number, most: number) =>
  fc.record({ width: fc.integer({ min: least, max: most }), height: fc.integer({ min: least, max: most }) });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('fitFrame()', () => {
  test('shows the whole photo, in proportion, in the middle, never above 100 %', () => {
    fc.assert(
      fc.property(size(200, 3000), size(1, 9000), (stage, photo) => {
        const frame = fitFrame(stage, photo, 24);
        expect(frame.width / frame.height).toBeCloseTo(photo.width / photo.height, 6);
        expect(frame.width).toBeLessThanOrEqual(Math.min(photo.width, stage.width - 48) + 1e-6);
        expect(frame.height).toBeLessThanOrEqual(Math.min(photo.height, stage.height - 48) + 1e-6);
        expect(frame.left * 2 + frame.width).toBeCloseTo(stage.width, 6);
      }),
    );
  });
});

describe('zoomFrame()', () => {
  test('shows photo pixels one to one and no surround where the photo is larger than the stage', () => {
    fc.assert(
      fc.property(size(200, 2000), size(2000, 9000), share, share, (stage, photo, x, y) => {
        const frame = zoomFrame(stage, photo, { x, y });
        expect(frame.width).toBe(photo.width);
        const part = visiblePart(stage, frame);
        expect(part.width).toBeCloseTo(stage.width, 6);
        expect(part.height).toBeCloseTo(stage.height, 6);
      }),
    );
  });

  test('keeps the point under the pointer where it is, away from the edges', () => {
    const stage = { width: 900, height: 600 };
    const photo = { width: 6000, height: 4000 };
    const whole = fitFrame(stage, photo, 0);
    const pointer = { x: 300, y: 250 };
    const centre = zoomCentreAt(stage, whole, photo, pointer);
    const frame = zoomFrame(stage, photo, centre);
    expect((pointer.x - frame.left) / frame.width).toBeCloseTo((pointer.x - whole.left) / whole.width, 9);
    expect((pointer.y - frame.top) / frame.height).toBeCloseTo((pointer.y - whole.top) / whole.height, 9);
    expect(frameCentre(stage, frame).x).toBeCloseTo(centre.x, 9);
  });
});
