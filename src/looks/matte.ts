import type { Look } from './look.ts';
import { balance, curve, grade, implied, look, presence, reading, saturation, tone } from './prior.ts';

export const MATTE_LOOKS: readonly Look[] = [
  look(
    'faded',
    [
      'fade',
      'faded look',
      'fade look',
      'faded film',
      'lifted blacks',
      'milky blacks',
      'faded colors',
      'washed look',
      'fade it',
      'fades',
    ],
    'Blacks lifted to grey, colours withdrawn.',
    [implied('fade', 1), implied('contrast', -1, 0.5), implied('saturation', -1, 0.5)],
    [
      reading(
        'neutral fade',
        tone({ contrast: -6, highlights: -20, shadows: 8 }),
        presence({ vibrance: -12 }),
        curve(24, 246, 3),
      ),
      reading(
        'warm fade',
        balance(6, 1),
        tone({ contrast: -4, highlights: -20, shadows: 6 }),
        presence({ vibrance: -10 }),
        grade({ shadows: [30, 8], highlights: [46, 8] }),
        curve(22, 246, 3),
      ),
      reading(
        'cool fade',
        balance(-4),
        tone({ contrast: -4, highlights: -20, shadows: 6 }),
        presence({ vibrance: -12 }),
        grade({ shadows: [215, 10], highlights: [50, 5] }),
        curve(24, 247, 3),
      ),
    ],
  ),
  look(
    'matte',
    ['matt', 'matte look', 'matte finish', 'matte film', 'mat finish', 'flat matte'],
    'A lifted toe under otherwise firm midtones.',
    [implied('fade', 1), implied('blacks', 1, 0.5)],
    [
      reading(
        'firm midtones, grey blacks',
        tone({ contrast: 8, highlights: -28, shadows: 6 }),
        presence({ vibrance: -6, clarity: 4 }),
        curve(20, 250, 6),
      ),
      reading(
        'soft and brown',
        balance(4),
        tone({ contrast: -4, highlights: -28, shadows: 10 }),
        presence({ vibrance: -10 }),
        grade({ shadows: [28, 9] }),
        curve(20, 248, 2),
      ),
    ],
  ),
  look(
    'sun bleached',
    ['bleached', 'overexposed film', 'overexposed look', 'faded by the sun'],
    'Left in a shop window: pale, warm, low in contrast.',
    [implied('brightness', 1, 0.5), implied('saturation', -1), implied('fade', 1)],
    [
      reading(
        'pale and warm',
        balance(8, 2),
        tone({ exposure: 0.25, contrast: -16, highlights: -12, shadows: 18 }),
        presence({ vibrance: -18 }),
        saturation({ blue: -16 }),
        grade({ shadows: [28, 8], highlights: [50, 10] }),
        curve(22, 252),
      ),
      reading(
        'pale, pink in the shadows',
        balance(3, 6),
        tone({ exposure: 0.25, contrast: -16, highlights: -12, shadows: 18 }),
        presence({ vibrance: -16 }),
        grade({ shadows: [340, 9], highlights: [48, 7] }),
        curve(22, 252),
      ),
    ],
  ),
];
