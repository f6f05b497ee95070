import type { GoalRegion } from '#wire/goal.ts';
import type { Draft } from './draft.ts';
import type { Item } from './match.ts';
import { TONAL, ZONE_PLACES } from './zones.ts';

const PEOPLE: ReadonlySet<GoalRegion> = new Set(['person', 'face', 'skin']);

/** Places that nobody calls "them". */
const SINGULAR: ReadonlySet<GoalRegion> = new Set(['background', 'foreground', 'water', 'subject']);

/**
 * "Desaturate the greens and shift them to yellow", "darken the sky and make it bluer": puts the place that was spoken
 * of before for the pronoun. With nothing named before, "them" stays people and "it" the picture.
 */
export function resolvePronouns(
  items: readonly Item[],
  recent: readonly Draft[],
  waiting: readonly GoalRegion[],
): readonly Item[] {
  const places = [...new Set([...recent.flatMap(placeOf), ...waiting])];
  if (recent.length + places.length === 0) return items;
  return items.flatMap((item): Item[] => {
    const { meaning } = item;
    if (meaning.kind === 'region' && meaning.pronoun) return plural(item, places, recent);
    if (meaning.kind === 'whole' && item.text === 'it') return singular(item, items, places);
    return [item];
  });
}

function placeOf({ effect, region }: Draft): readonly GoalRegion[] {
  if (region !== null) return [region];
  return TONAL.has(effect.axis) ? [ZONE_PLACES[effect.axis as keyof typeof ZONE_PLACES]] : [];
}

function plural(item: Item, places: readonly GoalRegion[], recent: readonly Draft[]): Item[] {
  if (places.some((place) => PEOPLE.has(place))) return [item];
  const named = places.length > 1 ? places : places.filter((place) => !SINGULAR.has(place));
  if (named.length > 0) return named.map((place) => ({ ...item, meaning: meaningOf(place) }));
  // "Boost the colors but do not make them garish".
  const colors = recent.some(({ effect }) => effect.axis === 'saturation' || effect.axis === 'vibrance');
  return colors ? [{ ...item, meaning: { kind: 'whole' } }] : [item];
}

/** Tonal zones are spoken of as zones, so that "bring them down" moves their own sliders. */
function meaningOf(place: GoalRegion): Item['meaning'] {
  if (place === 'highlights' || place === 'shadows' || place === 'midtones')
    return { kind: 'zone', zone: place };
  return { kind: 'region', region: place };
}

/** A look is for the whole picture, and so is what is said of two places at once. */
function singular(item: Item, items: readonly Item[], places: readonly GoalRegion[]): Item[] {
  const [region] = places;
  const styled = items.some(({ meaning }) => meaning.kind === 'style' || meaning.kind === 'pop');
  if (region === undefined || places.length > 1 || region === 'person' || styled) return [item];
  return [{ ...item, meaning: { kind: 'region', region } }];
}
