import { openComparison } from '#policy/comparison.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { landscape, observationOf } from './picture.ts';

const photo = observationOf(landscape());
const open = (base: Settings = {}) => openComparison(embeddedRenderer, photo, base);

const VISIBLE: readonly (readonly [settings: Settings, visible: boolean])[] = [
  [{ Exposure2012: 0.3 }, true],
  [{ GrainAmount: 20 }, true],
  // A small part of the frame, the red barn, and nothing else.
  [{ SaturationAdjustmentRed: -30 }, true],
  [{}, false],
  [{ GrainSize: 50 }, false],
  [{ Exposure2012: 0.01 }, false],
];
for (const [settings, visible] of VISIBLE) {
  test(`isVisible() is ${visible} for ${JSON.stringify(settings)}`, () => {
    expect(open().isVisible(settings)).toBe(visible);
  });
}

test('isVisible() looks from the base', () => {
  const base = { Exposure2012: 0.5 };
  expect(open(base).isVisible(base)).toBe(false);
  expect(open(base).isVisible({})).toBe(true);
});

test('isAlike() tells edits apart by what they make of the photo, not by their numbers', () => {
  const { isAlike } = open();
  expect(isAlike({ Exposure2012: 0.5 }, { Exposure2012: 0.52, SharpenRadius: 2 })).toBe(true);
  expect(isAlike({ Exposure2012: 0.5 }, { Exposure2012: 0.9 })).toBe(false);
  expect(isAlike({ Exposure2012: 0.5 }, { IncrementalTemperature: 20 })).toBe(false);
  // No purple in this picture.
  expect(isAlike({ Exposure2012: 0.5 }, { Exposure2012: 0.5, HueAdjustmentPurple: 80 })).toBe(true);
});

test('isAlike() is finer for small edits', () => {
  const { isAlike } = open();
  expect(isAlike({ Exposure2012: 0.08 }, { Exposure2012: 0.02 })).toBe(false);
  expect(isAlike({ Exposure2012: 1.5 }, { Exposure2012: 1.44 })).toBe(true);
});

test('moves() sees a change inside a region only', () => {
  const { moves } = open();
  expect(photo.regions.map(({ name }) => name)).toContain('sky');
  expect(moves('sky', { Exposure2012: -1 })).toBe(true);
  expect(moves('sky', { SaturationAdjustmentRed: -90 })).toBe(false);
  expect(moves('face', { Exposure2012: -1 })).toBe(false);
});
