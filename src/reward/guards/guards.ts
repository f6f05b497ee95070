import { BANDING } from './banding.ts';
import { CLIPPING } from './clipping.ts';
import { DRIFT } from './drift.ts';
import type { GuardCheck } from './guard.ts';
import { HALO } from './halo.ts';
import { NOISE_GAIN } from './noise-gain.ts';
import { OVER_SATURATION } from './over-saturation.ts';
import { SKIN } from './skin.ts';
import { STRUCTURE } from './structure.ts';

/** Every guard, in the order they are shown. */
export const GUARDS: readonly GuardCheck[] = [
  CLIPPING,
  SKIN,
  OVER_SATURATION,
  BANDING,
  HALO,
  NOISE_GAIN,
  STRUCTURE,
  DRIFT,
];
