import { lookByName } from '#looks/looks.ts';
import type { SegmentContext } from './context.ts';
import type { Head } from './heads.ts';
import { EVERYWHERE } from './zones.ts';

/** Looks that are a fault when somebody says that the picture is so. */
const FAULTS: ReadonlySet<string> = new Set([
  'misty',
  'faded',
  'matte',
  'sun bleached',
  'rainy',
  'backlight rescue',
  'early digital',
]);

/** Parts of a scene that can have a look of their own; a person cannot. */
const SCENERY: ReadonlySet<string> = new Set(['sky', 'water', 'foliage', 'background', 'foreground']);

/** A look that is named: wanted, refused ("not vintage"), wanted less ("too moody"), or for one place only. */
export function resolveStyle(
  { segment, findings, regions, push }: SegmentContext,
  head: Head,
  name: string,
): void {
  const { modifiers, flags } = head;
  if (modifiers.negated) {
    findings.refused.push(name);
    return;
  }
  const fault = FAULTS.has(name) && flags.be && !flags.make && !flags.should;
  const taken = flags.undo || flags.remove || flags.fix;
  const excess = modifiers.too || modifiers.excess || segment.left.excess;
  const less = modifiers.direction === -1 || excess || taken || fault;
  const amount = modifiers.amount ?? modifiers.quantity?.amount ?? segment.left.amount ?? 1;
  const places = regions.filter((region) => SCENERY.has(region));
  const implies = lookByName(name)?.implies ?? [];
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
