import type { Look } from './look.ts';
import { balance, curve, implied, look, luminance, presence, reading, tone } from './prior.ts';

/**
 * Requests for "what the photo needs". The priors are small on purpose: what is done must come from measurements
 * of the photo, and an empty prior is a valid start.
 */
export const AUTO_LOOKS: readonly Look[] = [
  look(
    'auto',
    ['automatic', 'auto enhance', 'auto tone', 'auto edit', 'autofix', 'magic wand', 'best version'],
    'An edit from what the frame needs: range, exposure, colour cast, a little life.',
    [],
    [
      reading('what the frame needs', {}),
      reading(
        'with a little more life',
        tone({ contrast: 8, highlights: -20, shadows: 12, blacks: -6 }),
        presence({ vibrance: 10, clarity: 4 }),
      ),
      reading('gentle', tone({ highlights: -16, shadows: 10 }), presence({ vibrance: 4 })),
    ],
  ),
  look(
    'neutral color',
    [
      'white balance',
      'fix the white balance',
      'correct white balance',
      'neutral white balance',
      'color correct',
      'color correction',
      'color corrected',
      'true colors',
      'true to life colors',
      'accurate colors',
      'correct colors',
      'correct the colors',
      'fix the colors',
      'neutral colors',
      'color cast',
      'neutralize',
      'neutralise',
      'neutral',
    ],
    'Whites and greys made neutral; nothing else. What to do follows from the measured cast.',
    [],
    [reading('neutral greys', {}), reading('neutral, a touch warm', balance(3, 1))],
  ),
  look(
    'natural',
    [
      'natural look',
      'true to life',
      'realistic',
      'more realistic',
      'lifelike',
      'authentic',
      'honest',
      'unprocessed',
      'not overdone look',
      'as the eye saw it',
      'like in real life',
      'real life',
      'naturally',
    ],
    'Believable light and colour, moderate contrast.',
    [],
    [
      reading(
        'balanced and true',
        tone({ highlights: -28, shadows: 18, blacks: -4 }),
        presence({ vibrance: 4 }),
      ),
      reading(
        'soft, quiet colour',
        tone({ contrast: -6, highlights: -28, shadows: 18 }),
        presence({ vibrance: -6 }),
      ),
    ],
  ),
  look(
    'hdr',
    ['hdr look', 'high dynamic range', 'hdr effect', 'hyper detailed', 'dynamic range', 'more dynamic range'],
    'Detail in every zone; kept on the believable side.',
    [implied('highlights', -1, 1.5), implied('shadows', 1, 1.5), implied('clarity', 1)],
    [
      reading(
        'wide range, natural colour',
        tone({ contrast: 4, highlights: -65, shadows: 50, whites: 16, blacks: -14 }),
        presence({ texture: 6, clarity: 16, vibrance: 6 }),
      ),
      reading(
        'strong structure',
        tone({ contrast: 10, highlights: -70, shadows: 55, whites: 18, blacks: -18 }),
        presence({ texture: 12, clarity: 26, dehaze: 6, vibrance: 8 }),
        luminance({ blue: -8 }),
      ),
    ],
  ),
  look(
    'backlight rescue',
    ['backlit', 'against the light', 'silhouetted', 'contre jour', 'shot into the sun'],
    'The subject stands dark before bright light: open it, hold the light.',
    [implied('shadows', 1, 1.5), implied('highlights', -1)],
    [
      reading(
        'open shadows',
        tone({ exposure: 0.2, highlights: -50, shadows: 50, blacks: -8 }),
        presence({ clarity: 4, vibrance: 4 }),
      ),
      reading(
        'open and warm',
        balance(5, 1),
        tone({ exposure: 0.25, contrast: -6, highlights: -40, shadows: 42 }),
        curve(8, 253),
      ),
    ],
  ),
  look(
    'silhouette',
    ['silhouettes', 'make it a silhouette', 'black outline'],
    'The subject as a dark shape against light.',
    [implied('shadows', -1, 1.5), implied('contrast', 1)],
    [
      reading(
        'dark shape',
        tone({ exposure: -0.3, contrast: 25, highlights: -15, shadows: -60, blacks: -45 }),
        presence({ vibrance: 8 }),
      ),
      reading('dark shape, open sky', tone({ contrast: 20, shadows: -50, blacks: -40, highlights: -25 })),
    ],
  ),
];
