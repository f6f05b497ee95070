import { LIMITS } from '#settings/limits.ts';
import { roundTo } from '#settings/round.ts';
import type { Mask, Settings } from '#settings/settings.ts';

/** Part of a canvas, px of the canvas. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The canvas itself. */
export function canvasOf(size: { readonly width: number; readonly height: number }): Rectangle {
  return { left: 0, top: 0, right: size.width, bottom: size.height };
}

/**
 * Masks that were drawn as fractions of one rectangle, as fractions of another: from the part that was looked at (a
 * selection, a layer) to the canvas that Camera Raw counts in, and back. What they cover stays the same to the pixel.
 */
export function moveMasks(settings: Settings, from: Rectangle, to: Rectangle): Settings {
  const corrections = settings.MaskGroupBasedCorrections;
  if (corrections === undefined) return settings;
  const x = axis(from.left, from.right, to.left, to.right);
  const y = axis(from.top, from.bottom, to.top, to.bottom);
  return {
    ...settings,
    MaskGroupBasedCorrections: corrections.map((correction) => ({
      ...correction,
      masks: correction.masks.map((mask) => moveMask(mask, x, y)),
    })),
  };
}

type Move = (value: number) => number;

/** Six decimals, as Camera Raw keeps them: a thousandth of a pixel on any canvas. */
function axis(from: number, fromEnd: number, to: number, toEnd: number): Move {
  const length = Math.max(1, toEnd - to);
  const scale = (fromEnd - from) / length;
  const shift = (from - to) / length;
  return (value) =>
    Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, roundTo(shift + value * scale, 6)));
}

function moveMask(mask: Mask, x: Move, y: Move): Mask {
  switch (mask.kind) {
    case 'linear':
      return {
        ...mask,
        zeroX: x(mask.zeroX),
        zeroY: y(mask.zeroY),
        fullX: x(mask.fullX),
        fullY: y(mask.fullY),
      };
    case 'radial':
      return {
        ...mask,
        left: x(mask.left),
        right: x(mask.right),
        top: y(mask.top),
        bottom: y(mask.bottom),
      };
    case 'color':
      return { ...mask, samples: mask.samples.map((one) => ({ ...one, x: x(one.x), y: y(one.y) })) };
    case 'ai':
      return { ...mask, referenceX: x(mask.referenceX), referenceY: y(mask.referenceY) };
    case 'luminance':
      return mask;
  }
}
