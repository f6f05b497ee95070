import type { DirectAxis } from '../axis.ts';

/**
 * Turning hues makes sense for one colour family (see the mixer in `regional-colour.ts`); over the whole picture it
 * has no meaning that a photographer would share, so that it sets nothing.
 */
export const hue: DirectAxis = {
  kind: 'direct',
  axis: 'hue',
  more: 'hue turned on',
  less: 'hue turned back',
  own: [],
  settings: () => ({}),
  localValues: (signed) => ({ LocalHue: signed * (15 / 180) }),
};
