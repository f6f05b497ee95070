import { AUTO_LOOKS } from './auto.ts';
import { CINEMA_LOOKS } from './cinema.ts';
import { COMMERCIAL_LOOKS } from './commercial.ts';
import { DARK_MOOD_LOOKS } from './dark-mood.ts';
import { ERA_LOOKS } from './era.ts';
import { FILM_LOOKS } from './film.ts';
import { GENRE_LOOKS } from './genre.ts';
import { LIGHT_MOOD_LOOKS } from './light-mood.ts';
import type { Look } from './look.ts';
import { MATTE_LOOKS } from './matte.ts';
import { MONOCHROME_LOOKS } from './monochrome.ts';
import { ODD_FILM_LOOKS } from './odd-film.ts';
import { PALETTE_LOOKS } from './palette.ts';
import { PLACE_LOOKS } from './place.ts';
import { PORTRAIT_LOOKS } from './portrait.ts';
import { PURPOSE_LOOKS } from './purpose.ts';
import { SEASON_LOOKS } from './season.ts';
import { TIME_OF_DAY_LOOKS } from './time-of-day.ts';
import { WEATHER_LOOKS } from './weather.ts';

/** The style book. Order matters only where two looks share a word: the first one has it. */
export const LOOKS: readonly Look[] = [
  ...AUTO_LOOKS,
  ...MONOCHROME_LOOKS,
  ...SEASON_LOOKS,
  ...TIME_OF_DAY_LOOKS,
  ...DARK_MOOD_LOOKS,
  ...LIGHT_MOOD_LOOKS,
  ...FILM_LOOKS,
  ...ODD_FILM_LOOKS,
  ...MATTE_LOOKS,
  ...CINEMA_LOOKS,
  ...GENRE_LOOKS,
  ...ERA_LOOKS,
  ...PLACE_LOOKS,
  ...WEATHER_LOOKS,
  ...PORTRAIT_LOOKS,
  ...PALETTE_LOOKS,
  ...COMMERCIAL_LOOKS,
  ...PURPOSE_LOOKS,
];

const BY_NAME = new Map(LOOKS.flatMap((entry) => [[entry.name, entry] as const, [entry.id, entry] as const]));

/** The look of that name or id; undefined when there is none (a remote policy may name its own). */
export function lookByName(name: string): Look | undefined {
  return BY_NAME.get(name.toLowerCase());
}
