import type { GoalRegion } from '#wire/goal.ts';
import type { Item } from './match.ts';
import type { Effect, Zone } from './meaning.ts';

/** Tonal zones are axes of their own; for colour and detail they are a place. */
export const ZONE_PLACES: Readonly<Record<Zone, GoalRegion>> = {
  highlights: 'highlights',
  whites: 'highlights',
  shadows: 'shadows',
  blacks: 'shadows',
  midtones: 'midtones',
};

/** Axes that are a zone of their own. */
export const TONAL: ReadonlySet<string> = new Set(['highlights', 'shadows', 'whites', 'blacks']);

/** Effects that have no place: fading the blacks fades the picture. */
export const EVERYWHERE: ReadonlySet<string> = new Set(['fade', 'vignette', 'grain']);

export function zoneOf(item: Item): Zone {
  if (item.meaning.kind !== 'zone') throw new TypeError(`Cannot take "${item.text}" for a tonal zone`);
  return item.meaning.zone;
}

interface Placed {
  readonly effect: Effect;
  readonly sign: 1 | -1;
  readonly region: GoalRegion | null;
}

/** An effect where zones or the frame's edges are named: brighter shadows are the shadows axis, warmer ones a region. */
export function placeEffect(
  effect: Effect,
  sign: 1 | -1,
  zones: readonly Zone[],
  edges: boolean,
  all: readonly Effect[],
): Placed[] {
  if (edges && effect.axis === 'brightness') {
    return [
      { effect: { ...effect, axis: 'vignette', direction: -effect.direction as 1 | -1 }, sign, region: null },
    ];
  }
  if (zones.length === 0 || effect.region) return [{ effect, sign, region: null }];
  // "Crushed blacks": of what the word means, the part that fits the zone.
  const fits = all.some(
    (other) => TONAL.has(other.axis) && (zones as readonly string[]).includes(other.axis),
  );
  return zones.flatMap((zone): Placed[] => {
    if (fits) {
      if (effect.axis === zone) return [{ effect: { ...effect, amount: 1 }, sign, region: null }];
      return TONAL.has(effect.axis) ? [{ effect: { ...effect, amount: 0.5 }, sign, region: null }] : [];
    }
    // Of "harsh shadows" the contrast decides; that harsh light is also hot says nothing about the shadows.
    if (TONAL.has(effect.axis) && effect.amount < 1 && all[0]!.axis === 'contrast') return [];
    if (effect.axis === 'brightness' || TONAL.has(effect.axis)) {
      if (zone === 'midtones')
        return [{ effect: { ...effect, axis: 'brightness' }, sign, region: 'midtones' }];
      return [{ effect: { ...effect, axis: zone, amount: 1 }, sign, region: null }];
    }
    // "Blacks look gray", "washed out shadows": the zone is too weak.
    const weak =
      sign === -1 &&
      all.some((other) => other.axis === 'saturation') &&
      all.some((other) => other.axis === 'contrast');
    if (weak && zone !== 'midtones') {
      const direction = dark(zone) || zone === 'highlights' ? -1 : 1;
      return effect.axis === 'contrast'
        ? [{ effect: { axis: zone, direction, amount: 1 }, sign: 1, region: null }]
        : [];
    }
    // "Harsh shadows" and "softer shadows" are to be lighter, such highlights darker.
    if (all.length > 1 && effect.direction * sign === -1 && zone !== 'midtones') {
      const direction = dark(zone) ? 1 : -1;
      if (effect.axis === 'contrast') {
        return [{ effect: { axis: zone, direction, amount: 1 }, sign: 1, region: null }];
      }
      if (effect.axis === 'clarity') return [];
    }
    if (EVERYWHERE.has(effect.axis)) return [{ effect, sign, region: null }];
    // "Detail in the shadows" is more light there, or less in the highlights.
    if (effect.axis === 'texture' && zone !== 'midtones' && all.some((other) => other.axis === 'clarity')) {
      return sign === 1
        ? [{ effect: { axis: zone, direction: dark(zone) ? 1 : -1, amount: 1 }, sign, region: null }]
        : [];
    }
    if (effect.axis === 'clarity' && all.some((other) => other.axis === 'texture')) return [];
    return [{ effect, sign, region: ZONE_PLACES[zone] }];
  });
}

/** Zones that open upwards. */
export function dark(zone: Zone): boolean {
  return zone === 'shadows' || zone === 'blacks';
}
