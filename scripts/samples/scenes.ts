import { drawLake } from './lake.ts';
import type { Picture } from './picture.ts';
import { drawStillLife } from './still-life.ts';
import { drawStreet } from './street.ts';

export interface Scene {
  /** File name without ending; the page shows it as the title ("lake-in-summer" → "Lake in summer"). */
  readonly name: string;
  /** Draws the scene in linear light; the same numbers every time. */
  readonly draw: (width: number, height: number) => Picture;
}

/** The sample scenes; they are shown in the order of their names. */
export const SCENES: readonly Scene[] = [
  { name: 'lake-in-summer', draw: drawLake },
  { name: 'window-light', draw: drawStillLife },
  { name: 'street-at-dusk', draw: drawStreet },
];
