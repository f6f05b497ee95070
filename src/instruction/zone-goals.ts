import type { SegmentContext } from './context.ts';
import type { Heads, Modifiers } from './heads.ts';
import { effects, type Zone } from './meaning.ts';
import type { Carry } from './sign.ts';
import { dark, zoneOf } from './zones.ts';

/** Zones with a verb or a direction but no other head: "recover the highlights", "lift the shadows", "blacks +10". */
export function zoneGoals({ segment, carry, findings, regions, zoneHeads, push }: SegmentContext): void {
  const { flags, left } = segment;
  for (const { item, modifiers } of zoneHeads) {
    const zone = zoneOf(item);
    const negated = modifiers.negated ?? left.negated;
    const acts = flags.see || flags.crush || flags.recover || flags.add || flags.remove || flags.move;
    if (negated && !left.so && (left.direction !== null || acts || negated === 'not') && !flags.lack) {
      const what = zone === 'midtones' ? 'brightness' : zone;
      findings.locks.push({ what, kind: 'axis', mode: 'unchanged', start: segment.start, end: segment.end });
      continue;
    }
    const open = dark(zone) ? 1 : -1;
    const sign = negated ? open : zoneDirection(zone, segment, carry, modifiers);
    if (sign === null) continue;
    const amount = left.quantity?.amount ?? left.amount ?? carry.amount ?? 1;
    if (zone === 'midtones') push(effects('brightness+')[0]!, sign, amount, 'midtones');
    else
      for (const region of regions.length > 0 ? regions : [null])
        push(effects(`${zone}+`)[0]!, sign, amount, region);
  }
}

function zoneDirection(zone: Zone, segment: Heads, carry: Carry, before: Modifiers): 1 | -1 | null {
  const { flags } = segment;
  // A style behind the zone ("… for a moody look") took what was left over; the zone has its own copy.
  const own = before.direction !== null && segment.left.direction === null;
  const left = own
    ? { ...segment.left, direction: before.direction, directionForm: before.directionForm }
    : segment.left;
  const open = dark(zone) ? 1 : zone === 'midtones' ? 1 : -1;
  if (left.quantity?.sign) return left.direction === -1 ? -1 : left.quantity.sign;
  if (flags.crush) return -1;
  if (flags.hidden || flags.see || flags.recover || flags.fix || flags.remove || flags.undo) return open;
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
