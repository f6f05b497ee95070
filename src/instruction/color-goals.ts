import type { ColorName } from '#image/observation.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { CAST_EFFECTS, hueDirection, REGION_COLORS } from './colors.ts';
import type { SegmentContext } from './context.ts';
import type { Head } from './heads.ts';
import { effects } from './meaning.ts';
import { ZONE_PLACES } from './zones.ts';

const SATURATION = effects('saturation+')[0]!;
const BRIGHTNESS = effects('brightness+')[0]!;
const HUE = effects('hue+')[0]!;
const TINT = effects('tint+')[0]!;
const COLD: ReadonlySet<ColorName> = new Set(['green', 'aqua', 'blue']);
const SKIN: ReadonlySet<GoalRegion> = new Set(['skin', 'face', 'person']);

/**
 * Colours are a place ("the blues"), a quality ("too green", "bluer") or a goal to turn to ("the greens more yellow"),
 * and with "cast" a white-balance error.
 */
export function resolveColors(context: SegmentContext, spoken: boolean): void {
  const { segment } = context;
  const colors = segment.places.filter(({ item }) => item.meaning.kind === 'color');
  const cast = segment.places.find(({ item }) => item.meaning.kind === 'cast');
  if (colors.length === 0) return;
  if (cast && !spoken && colors.every(({ item }) => form(item.meaning) !== 'plural')) {
    for (const color of colors) resolveCast(context, color, cast);
    return;
  }
  if (cast && spoken) return;
  // The first plural colour, or the first of two, is what is changed; a last plain one is what it should become.
  const last = colors.at(-1)!;
  const first = colors[0]!;
  const place = colors.length > 1 || form(first.item.meaning) === 'plural' ? colorOf(first) : null;
  const turned = colors.length > 1 && form(last.item.meaning) !== 'plural';
  if (place !== null && turned) {
    turn(context, place, last);
    return;
  }
  if (spoken) {
    for (const color of colors) placeHead(context, color);
    return;
  }
  if (place !== null && isOwn(context, place)) {
    describe(context, last);
    return;
  }
  if (place !== null) {
    for (const color of colors) saturate(context, color);
    return;
  }
  describe(context, last);
}

function form(meaning: Head['item']['meaning']): string {
  return meaning.kind === 'color' ? meaning.form : '';
}
function colorOf(head: Head): ColorName {
  if (head.item.meaning.kind !== 'color') throw new TypeError(`Cannot take "${head.item.text}" for a colour`);
  return head.item.meaning.color;
}

/** Words of another axis and a colour: "brighter blues", "darken the red dress". Before a region it only decorates. */
function placeHead(context: SegmentContext, color: Head): void {
  const plural = form(color.item.meaning) === 'plural' && !isOwn(context, colorOf(color));
  if (context.regions.length > 0 && !plural) return;
  for (const draft of context.made) {
    if (draft.effect.axis === 'hue') continue;
    // "The reds on her dress" are the reds.
    if (plural) draft.region = colorOf(color);
    else draft.region ??= colorOf(color);
  }
}

/** "The blues in the sky" are the sky. */
function isOwn({ regions }: SegmentContext, color: ColorName): boolean {
  return regions.some((region) => REGION_COLORS[region] === color && region !== color);
}

function amountIn({ segment, carry }: SegmentContext, head: Head): number {
  const { modifiers } = head;
  return (
    modifiers.quantity?.amount ??
    modifiers.amount ??
    segment.left.quantity?.amount ??
    segment.left.amount ??
    carry.amount ??
    1
  );
}

/** "More", "less", "too", or what a bare colour means here; null when it is only named. */
function signOf({ segment, carry }: SegmentContext, head: Head): 1 | -1 | null {
  const { modifiers, flags } = head;
  const { left } = segment;
  const negated = modifiers.negated ?? left.negated;
  if (modifiers.too || left.too || modifiers.excess || left.excess) return -1;
  if (negated) return modifiers.so || modifiers.enough || !flags.be ? -1 : null;
  if (segment.flags.undo || segment.flags.remove || segment.flags.fix) return -1;
  const direction = modifiers.direction ?? left.direction;
  if (direction !== null) return direction;
  if (segment.flags.crush) return 1;
  if (form(head.item.meaning) === 'more') return 1;
  if (segment.flags.add || segment.flags.lack) return 1;
  if (flags.make || flags.should) return 1;
  if (flags.be || form(head.item.meaning) === 'ish') return -1;
  if (segment.flags.recover) return 1;
  if (carry.too || carry.remove) return -1;
  return carry.direction ?? (carry.be ? -1 : null);
}

/** "Boost the blues", "mute the greens". */
function saturate(context: SegmentContext, color: Head): void {
  const { segment } = context;
  const sign = segment.flags.crush ? 1 : signOf(context, color);
  if (sign === null) return;
  context.push(SATURATION, sign, amountIn(context, color), colorOf(color));
}

/** "Make the greens more yellow", "shift the blues towards teal", "the reds are too orange". */
function turn(context: SegmentContext, from: ColorName, to: Head): void {
  const direction = hueDirection(from, colorOf(to));
  const sign = signOf(context, to) ?? 1;
  if (direction === null) context.push(SATURATION, sign, amountIn(context, to), from);
  else context.push({ ...HUE, direction }, sign, amountIn(context, to), from);
}

/** "A green cast", "blue tones": to be removed unless somebody asks for them. */
function resolveCast(context: SegmentContext, color: Head, cast: Head): void {
  const { segment } = context;
  const harmless = cast.item.meaning.kind === 'cast' && cast.item.meaning.harmless;
  const asked = signOf(context, color);
  const complains = segment.flags.be && !segment.flags.make;
  const sign = asked ?? (harmless && !complains ? 1 : -1);
  pushCast(context, colorOf(color), sign, amountIn(context, color));
}

function pushCast(context: SegmentContext, color: ColorName, sign: 1 | -1, amount: number): void {
  const { regions } = context;
  const zone = context.zones[0];
  const places: readonly (GoalRegion | null)[] =
    regions.length > 0 ? regions : zone ? [ZONE_PLACES[zone]] : [null];
  for (const region of places) {
    for (const effect of CAST_EFFECTS[color]) context.push(effect, sign, amount, region);
  }
}

/** A colour said of a picture or a region: "too green", "the sky bluer", "her skin looks orange". */
function describe(context: SegmentContext, head: Head): void {
  const { regions, zones } = context;
  const color = colorOf(head);
  const amount = amountIn(context, head);
  const { modifiers, flags } = head;
  const forbids = modifiers.negated !== null && !modifiers.so && !modifiers.too && !modifiers.enough;
  const turns = flags.make || flags.should || context.segment.flags.move;
  if (forbids && regions.some((region) => SKIN.has(region) || turns)) {
    // "Don't let the skin go orange", "the grass must not turn blue".
    const { start, end } = context.segment;
    for (const what of regions)
      context.findings.locks.push({ what, kind: 'region', mode: 'natural', start, end });
    return;
  }
  const faint = forbids && flags.be && regions.some((region) => REGION_COLORS[region] === color);
  const sign = faint ? 1 : (signOf(context, head) ?? paints(context, color));
  if (sign === null) return;
  if (zones.length > 0) pushCast(context, color, sign, amount);
  else if (regions.length === 0) describeWhole(context, color, sign, amount);
  else for (const region of regions) describePlace(context, region, color, sign, amount);
}

/** "A purple sky", said and nothing else: a wish, since skies are not purple; "a blue sky" is only a name. */
function paints({ regions, segment, zones }: SegmentContext, color: ColorName): 1 | -1 | null {
  // "Orange skin" is a complaint.
  if (regions.some((region) => SKIN.has(region))) return -1;
  const own = regions[0] && REGION_COLORS[regions[0]];
  return own !== undefined && own !== color && zones.length === 0 && !segment.flags.be ? 1 : null;
}

/** Too much red has no white balance of its own: the reds are calmed and the tint corrected a little. */
function describeWhole(context: SegmentContext, color: ColorName, sign: 1 | -1, amount: number): void {
  if (color !== 'red' || sign === 1) {
    pushCast(context, color, sign, amount);
    return;
  }
  context.push(SATURATION, -1, amount, 'red');
  context.push(TINT, -1, amount * 0.6, null);
}

function describePlace(
  context: SegmentContext,
  region: GoalRegion,
  color: ColorName,
  sign: 1 | -1,
  amount: number,
): void {
  const own = REGION_COLORS[region];
  if (own === undefined) {
    // Skin that is too red is too saturated as well; skin that is too green or blue is not.
    if (sign === -1 && SKIN.has(region) && !COLD.has(color))
      context.push(SATURATION, -1, amount * 0.7, region);
    for (const effect of CAST_EFFECTS[color]) context.push(effect, sign, amount, region);
    return;
  }
  const direction = hueDirection(own, color);
  if (direction === null) {
    context.push(SATURATION, sign, amount, region);
    // A deeper colour is a darker one as well.
    if (context.segment.flags.crush) context.push(BRIGHTNESS, -1, amount * 0.5, region);
  } else if (region === 'sky' && sign === 1 && !COLD.has(color) && color !== 'purple') {
    // A blue sky is not turned round the whole circle: an orange one is warmed.
    for (const effect of CAST_EFFECTS[color]) context.push(effect, 1, amount, region);
  } else context.push({ ...HUE, direction }, sign, amount, region);
}
