import { AUTO_LOOKS } from './auto.ts';
import { CINEMA_LOOKS } from './cinema.ts';
import { COMMERCIAL_LOOKS } from './commercial.ts';
import { ERA_LOOKS } from './era.ts';
import { FILM_LOOKS } from './film.ts';
import type { Look } from './look.ts';
import { MATTE_LOOKS } from './matte.ts';
import { MONOCHROME_LOOKS } from './monochrome.ts';
import { MOOD_LOOKS } from './mood.ts';
import { PALETTE_LOOKS } from './palette.ts';
import { PLACE_LOOKS } from './place.ts';
import { PORTRAIT_LOOKS } from './portrait.ts';
import { SEASON_LOOKS } from './season.ts';
import { TIME_OF_DAY_LOOKS } from './time-of-day.ts';

/** The style book. Order matters only where two looks share a word: the first one has it. */
export const LOOKS: readonly Look[] = [
  ...AUTO_LOOKS,
  ...MONOCHROME_LOOKS,
  ...SEASON_LOOKS,
  ...TIME_OF_DAY_LOOKS,
  ...MOOD_LOOKS,
  ...FILM_LOOKS,
  ...MATTE_LOOKS,
  ...CINEMA_LOOKS,
  ...ERA_LOOKS,
  ...PLACE_LOOKS,
  ...PORTRAIT_LOOKS,
  ...PALETTE_LOOKS,
  ...COMMERCIAL_LOOKS,
];

const BY_NAME = new Map(LOOKS.flatMap((entry) => [[entry.name, entry] as const, [entry.id, entry] as const]));

/** The look of that name or id; undefined when there is none (a remote policy may name its own). */
export function lookByName(name: string): Look | undefined {
  return BY_NAME.get(name.toLowerCase());
}
