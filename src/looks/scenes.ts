import type { Look } from './look.ts';
import { PLACE_LOOKS } from './place.ts';
import { SEASON_LOOKS } from './season.ts';
import { TIME_OF_DAY_LOOKS } from './time-of-day.ts';
import { WEATHER_LOOKS } from './weather.ts';

/** What a look that tells where or when a picture was taken is about. */
export type SceneKind = 'weather' | 'time' | 'season' | 'place';

const KINDS: ReadonlyMap<string, SceneKind> = new Map([
  ...kindOf(WEATHER_LOOKS, 'weather'),
  ...kindOf(TIME_OF_DAY_LOOKS, 'time'),
  ...kindOf(SEASON_LOOKS, 'season'),
  ...kindOf(PLACE_LOOKS, 'place'),
]);

function kindOf(looks: readonly Look[], kind: SceneKind): (readonly [string, SceneKind])[] {
  return looks.map(({ name }) => [name, kind] as const);
}

/** Undefined for a look that is no weather, time of day, season or place. */
export function sceneKindOf(name: string): SceneKind | undefined {
  return KINDS.get(name);
}
