import { drawLake } from './lake.ts';
import type { Picture } from './picture.ts';
import { drawStillLife } from './still-life.ts';
import { drawStreet } from './street.ts';

export interface Scene {
  /** File name without ending; the page shows it as the title ("summer-lake" → "Summer lake"). */
  readonly name: string;
  /** Draws the scene in linear light; the same numbers every time. */
  readonly draw: (width: number, height: number) => Picture;
}

/** The sample scenes, in the order in which they are shown. */
export const SCENES: readonly Scene[] = [
  { name: 'summer-lake', draw: drawLake },
  { name: 'window-light', draw: drawStillLife },
  { name: 'street-at-dusk', draw: drawStreet },
];
