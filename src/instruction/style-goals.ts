import { lookByName } from '#looks/looks.ts';
import { sceneKindOf } from '#looks/scenes.ts';
import type { SegmentContext } from './context.ts';
import type { Head, Heads } from './heads.ts';
import { effects } from './meaning.ts';
import { shareInStack } from './style-stack.ts';
import { EVERYWHERE, ZONE_PLACES } from './zones.ts';

const SATURATION = effects('saturation+')[0]!;

/** Looks that are a fault when somebody says that the picture is so. */
const FAULTS: ReadonlySet<string> = new Set([
  'misty',
  'faded',
  'matte',
  'sun bleached',
  'rainy',
  'early digital',
]);

/** Parts of a scene that can have a look of their own; a person cannot. */
const SCENERY: ReadonlySet<string> = new Set(['sky', 'water', 'background', 'foreground']);

/** "A summer evening by the sea" tells where and when; "a sunset sky" and "make the sky sunny" speak of the place. */
function isSetting({ regions }: Heads, { item }: Head, name: string): boolean {
  if (sceneKindOf(name) === undefined) return false;
  return !regions.some((place) => place.end <= item.start || place.start - item.end <= 1);
}

/** A look that is named: wanted, refused ("not vintage"), wanted less ("too moody"), or for one place only. */
export function resolveStyle(
  { segment, carry, findings, regions, zones, push }: SegmentContext,
  head: Head,
  name: string,
): void {
  const { modifiers, flags } = head;
  // "The sky has no drama" misses it, "no drama" does not want it.
  const missing = modifiers.negated === 'no' && flags.be && !flags.make;
  if ((modifiers.negated && !missing) || (carry.negated && carry.or)) {
    findings.refused.push(name);
    return;
  }
  const fault = FAULTS.has(name) && flags.be && !flags.make && !flags.should;
  const taken = flags.undo || flags.remove || flags.fix;
  const excess = modifiers.too || modifiers.excess || segment.left.excess;
  const less = modifiers.direction === -1 || excess || taken || fault;
  const share = shareInStack(head, segment.heads);
  if (share === 0) return;
  const amount = share * (modifiers.amount ?? modifiers.quantity?.amount ?? segment.left.amount ?? 1);
  const implies = lookByName(name)?.implies ?? [];
  // "Warm tones in the highlights": a look of colour alone can be had in one tonal zone.
  const colors = implies.every(({ axis }) => axis === 'warmth' || axis === 'tint' || axis === 'saturation');
  // "Muted greens".
  const chroma = implies.every(({ axis }) => axis === 'saturation' || axis === 'vibrance');
  const families = segment.places.flatMap(({ item }) =>
    chroma && item.meaning.kind === 'color' && item.meaning.form === 'plural' ? [item.meaning.color] : [],
  );
  const tonal = colors ? zones.map((zone) => ZONE_PLACES[zone]) : [];
  const scenery = isSetting(segment, head, name) ? [] : regions.filter((region) => SCENERY.has(region));
  if (families.length > 0 && implies.length > 0) {
    const direction = (implies[0]!.direction * (less ? -1 : 1)) as 1 | -1;
    for (const family of families) push(SATURATION, direction, amount, family);
    return;
  }
  const places = [...scenery, ...tonal];
  if (places.length > 0 && implies.length > 0) {
    // "A more dramatic sky": what the look means, there only.
    for (const region of places) {
      for (const { axis, direction, amount: strength, region: own } of implies) {
        if (own !== null || EVERYWHERE.has(axis)) continue;
        push({ axis, direction, amount: strength }, less ? -1 : 1, amount, region);
      }
    }
    return;
  }
  const { start, end } = head.item;
  findings.styles.push({
    name,
    weight: less ? 0.5 : amount,
    start: Math.min(head.start, start),
    end,
    reversed: less,
  });
}
