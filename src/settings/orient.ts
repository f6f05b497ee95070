import type { Correction, Mask, Settings } from './settings.ts';

/** EXIF orientation, 1…8: how the stored picture is turned to be looked at. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

type Point = readonly [x: number, y: number];

/** Where a point of the stored frame lies in the picture as displayed; fractions (TIFF 6.0, tag 274). */
const TO_DISPLAY: Readonly<Record<Orientation, (x: number, y: number) => Point>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [1 - x, y],
  3: (x, y) => [1 - x, 1 - y],
  4: (x, y) => [x, 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [1 - y, x],
  7: (x, y) => [1 - y, 1 - x],
  8: (x, y) => [y, 1 - x],
};

/** A quarter turn is undone by the other one; every other orientation undoes itself. */
function inverse(orientation: Orientation): Orientation {
  return orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;
}

/** Masks drawn on the picture as displayed, as Camera Raw stores them: in the frame before orientation. */
export function toStoredFrame(settings: Settings, orientation: Orientation): Settings {
  return turnMasks(settings, inverse(orientation));
}

/** Masks as a file stores them, on the picture as displayed. */
export function toDisplayedFrame(settings: Settings, orientation: Orientation): Settings {
  return turnMasks(settings, orientation);
}

function turnMasks(settings: Settings, orientation: Orientation): Settings {
  const corrections = settings.MaskGroupBasedCorrections;
  if (orientation === 1 || corrections === undefined) return settings;
  const turned = corrections.map(
    (correction): Correction => ({
      ...correction,
      masks: correction.masks.map((mask) => turnMask(mask, orientation)),
    }),
  );
  return { ...settings, MaskGroupBasedCorrections: turned };
}

function turnMask(mask: Mask, orientation: Orientation): Mask {
  const turn = (x: number, y: number): Point => {
    const [turnedX, turnedY] = TO_DISPLAY[orientation](x, y);
    return [sixDecimals(turnedX), sixDecimals(turnedY)];
  };
  switch (mask.kind) {
    case 'linear': {
      const [zeroX, zeroY] = turn(mask.zeroX, mask.zeroY);
      const [fullX, fullY] = turn(mask.fullX, mask.fullY);
      return { ...mask, zeroX, zeroY, fullX, fullY };
    }
    case 'radial': {
      const [x1, y1] = turn(mask.left, mask.top);
      const [x2, y2] = turn(mask.right, mask.bottom);
      const box = {
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
      };
      // A reflection turns the ellipse the other way; a quarter turn is in the box, whose sides change places.
      const reflected = orientation === 2 || orientation === 4 || orientation === 5 || orientation === 7;
      return { ...mask, ...box, angle: reflected && mask.angle !== 0 ? -mask.angle : mask.angle };
    }
    case 'color':
      return {
        ...mask,
        samples: mask.samples.map((sample) => {
          const [x, y] = turn(sample.x, sample.y);
          return { ...sample, x, y };
        }),
      };
    case 'ai': {
      const [referenceX, referenceY] = turn(mask.referenceX, mask.referenceY);
      return { ...mask, referenceX, referenceY };
    }
    case 'luminance':
      return mask;
  }
}

/** XMP keeps six decimals; turning there and back must not add any. */
function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
