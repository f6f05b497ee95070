import { type Orientation, toDisplayedFrame, toStoredFrame } from '#settings/orient.ts';
import type { Mask, Settings } from '#settings/settings.ts';

const withMask = (mask: Mask): Settings => ({
  MaskGroupBasedCorrections: [
    { name: 'A', active: true, amount: 1, values: { LocalExposure2012: -0.2 }, masks: [mask] },
  ],
});
const maskOf = (settings: Settings) => settings.MaskGroupBasedCorrections![0]!.masks[0]!;
const common = { combine: 'add', inverted: false } as const;
const fromTop: Mask = { ...common, kind: 'linear', zeroX: 0.5, zeroY: 0.4, fullX: 0.5, fullY: 0.1 };
const radial: Mask = {
  ...common,
  kind: 'radial',
  top: 0.1,
  left: 0.2,
  bottom: 0.3,
  right: 0.7,
  angle: 15,
  feather: 50,
};
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

describe('toStoredFrame()', () => {
  test.each([
    { orientation: 1, full: [0.5, 0.1] },
    { orientation: 3, full: [0.5, 0.9] },
    // Displayed a quarter turn clockwise: the displayed top is the stored left side.
    { orientation: 6, full: [0.1, 0.5] },
    // Counter-clockwise: the displayed top is the stored right side.
    { orientation: 8, full: [0.9, 0.5] },
  ] as const)(
    'puts the top of the displayed picture at $full for orientation $orientation',
    ({ orientation, full }) => {
      const { fullX, fullY } = maskOf(toStoredFrame(withMask(fromTop), orientation)) as typeof fromTop & {
        kind: 'linear';
      };
      expect([fullX, fullY]).toEqual(full);
    },
  );

  test('exchanges the sides of a radial mask with a quarter turn and keeps its angle', () => {
    expect(maskOf(toStoredFrame(withMask(radial), 6))).toEqual({
      ...radial,
      left: 0.1,
      right: 0.3,
      top: 0.3,
      bottom: 0.8,
    });
  });

  test('turns a radial mask the other way in a mirror', () => {
    expect(maskOf(toStoredFrame(withMask(radial), 2))).toMatchObject({ angle: -15, left: 0.3, right: 0.8 });
  });

  test.each(ORIENTATIONS)('is undone by toDisplayedFrame() for orientation %i', (orientation) => {
    for (const mask of [fromTop, radial]) {
      expect(toDisplayedFrame(toStoredFrame(withMask(mask), orientation), orientation)).toEqual(
        withMask(mask),
      );
    }
  });

  test('leaves settings without masks as they are', () => {
    const settings = { Exposure2012: 1 };
    expect(toStoredFrame(settings, 6)).toBe(settings);
  });
});
