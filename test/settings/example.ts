import type { Correction, Mask } from '#settings/settings.ts';

/** A mask and a correction that tests take for any. */
export const linear: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0,
  zeroY: 0,
  fullX: 1,
  fullY: 1,
};
export const correction: Correction = {
  name: 'Sky',
  active: true,
  amount: 1,
  values: { LocalExposure2012: -0.2, LocalDehaze: 0.1 },
  masks: [linear],
};
