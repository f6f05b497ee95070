import { LIMITS } from './limits.ts';
import type { Mask } from './settings.ts';

type Range = readonly [minimum: number, maximum: number];

const coordinate: Range = [-LIMITS.coordinate, LIMITS.coordinate];
const fraction: Range = [0, 1];

/** The numbers that make up each kind of mask, in canonical order, with their ranges. */
export const MASK_FIELDS = {
  linear: { zeroX: coordinate, zeroY: coordinate, fullX: coordinate, fullY: coordinate },
  radial: {
    top: coordinate,
    left: coordinate,
    bottom: coordinate,
    right: coordinate,
    angle: [-360, 360],
    feather: [0, 100],
  },
  luminance: { lowNone: fraction, lowFull: fraction, highFull: fraction, highNone: fraction },
  color: { amount: [0, 100] },
  ai: { referenceX: coordinate, referenceY: coordinate },
} as const satisfies Record<Mask['kind'], Record<string, Range>>;

/** Of one sample of a color mask: encoded RGB, and where it was taken. */
export const SAMPLE_FIELDS = { r: fraction, g: fraction, b: fraction, x: coordinate, y: coordinate } as const;

/** Parts of a luminance window; each is at least the one before it. */
export const LUMINANCE_WINDOW = ['lowNone', 'lowFull', 'highFull', 'highNone'] as const;
