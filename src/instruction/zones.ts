import type { GoalRegion } from '#wire/goal.ts';
import type { SegmentContext } from './context.ts';
import type { Heads } from './heads.ts';
import type { Item } from './match.ts';
import { type Effect, effects, type Zone } from './meaning.ts';
import type { Carry } from './sign.ts';

/** Tonal zones are axes of their own; for colour and detail they are a place. */
export const ZONE_PLACES: Readonly<Record<Zone, GoalRegion>> = {
  highlights: 'highlights',
  whites: 'highlights',
  shadows: 'shadows',
  blacks: 'shadows',
  midtones: 'midtones',
};

const TONAL: ReadonlySet<string> = new Set(['highlights', 'shadows', 'whites', 'blacks']);

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
    if (effect.axis === 'brightness' || TONAL.has(effect.axis)) {
      if (zone === 'midtones')
        return [{ effect: { ...effect, axis: 'brightness' }, sign, region: 'midtones' }];
      return [{ effect: { ...effect, axis: zone, amount: 1 }, sign, region: null }];
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

function dark(zone: Zone): boolean {
  return zone === 'shadows' || zone === 'blacks';
}

/** Zones with a verb or a direction but no other head: "recover the highlights", "lift the shadows", "blacks +10". */
export function zoneGoals({ segment, carry, findings, regions, zoneHeads, push }: SegmentContext): void {
  const { flags, left } = segment;
  for (const { item, modifiers } of zoneHeads) {
    const zone = zoneOf(item);
    const negated = modifiers.negated ?? left.negated;
    const acts = flags.crush || flags.recover || flags.add || flags.remove || flags.move;
    if (negated && (left.direction !== null || acts || negated === 'not') && !flags.lack) {
      const what = zone === 'midtones' ? 'brightness' : zone;
      findings.locks.push({ what, kind: 'axis', mode: 'unchanged', start: segment.start, end: segment.end });
      continue;
    }
    const open = dark(zone) ? 1 : -1;
    const sign = negated ? open : zoneDirection(zone, segment, carry);
    if (sign === null) continue;
    const amount = left.quantity?.amount ?? left.amount ?? carry.amount ?? 1;
    if (zone === 'midtones') push(effects('brightness+')[0]!, sign, amount, 'midtones');
    else
      for (const region of regions.length > 0 ? regions : [null])
        push(effects(`${zone}+`)[0]!, sign, amount, region);
  }
}

function zoneDirection(zone: Zone, { flags, left }: Heads, carry: Carry): 1 | -1 | null {
  const open = dark(zone) ? 1 : zone === 'midtones' ? 1 : -1;
  if (left.quantity?.sign) return left.direction === -1 ? -1 : left.quantity.sign;
  if (flags.crush) return -1;
  if (flags.recover || flags.fix || flags.remove || flags.undo) return open;
  if (left.excess || left.too) return left.direction === -1 && left.too ? (-open as 1 | -1) : open;
  if (left.direction !== null) {
    // "More shadow" and "less shadow" speak of darkness, "raise the shadows" of the slider.
    if (left.directionForm === 'adjective' && dark(zone)) return -left.direction as 1 | -1;
    return left.direction;
  }
  if (flags.lack) return dark(zone) ? -1 : 1;
  if (flags.add) return dark(zone) ? -1 : 1;
  if (carry.crush) return -1;
  if (carry.recover || carry.remove) return open;
  if (carry.direction !== null) return carry.direction;
  if (carry.too) return open;
  return null;
}
