import { type DirectAxis, limit } from '../axis.ts';

/** Local contrast of the middle scale. */
export const clarity: DirectAxis = {
  kind: 'direct',
  axis: 'clarity',
  more: 'crisper',
  less: 'softer',
  own: ['Clarity2012'],
  settings: (signed) => ({ Clarity2012: 28 * signed }),
  localValues: (signed) => ({ LocalClarity2012: 0.3 * signed }),
};

/** Local contrast of the fine scale; less of it where the photo is noisy, which it would raise too. */
export const texture: DirectAxis = {
  kind: 'direct',
  axis: 'texture',
  more: 'more texture',
  less: 'smoother',
  own: ['Texture'],
  settings: (signed, { statistics }) => ({
    Texture: 32 * signed * (signed > 0 ? limit(1.4 - statistics.noise / 2, 0.4, 1) : 1),
  }),
  localValues: (signed) => ({ LocalTexture: 0.35 * signed }),
};

/** Clears or adds a veil; more where one was measured. */
export const dehaze: DirectAxis = {
  kind: 'direct',
  axis: 'dehaze',
  more: 'clearer air',
  less: 'mistier',
  own: ['Dehaze'],
  settings: (signed, { statistics }) => ({
    Dehaze: signed > 0 ? (16 + 24 * limit(statistics.haze, 0, 0.8)) * signed : 18 * signed,
  }),
  localValues: (signed) => ({ LocalDehaze: 0.25 * signed }),
};
