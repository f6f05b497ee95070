import { type ClampEntry, ClampReport, isPlainObject, type PlainObject } from '#settings/clamp-report.ts';
import { asText, clampBoolean, readNumber } from '#settings/clamp-value.ts';
import type { AiMask, Mask } from '#settings/settings.ts';
import type { DialectContext } from './dialect.ts';
import { outlineEllipse, readBox } from './outline.ts';
import { aiMask } from './region-masks.ts';

/** One mask as read: a mask not yet clamped, or why there is none. */
type Read = { readonly masks: readonly object[]; readonly note?: string } | string;

/** What `MaskSubType` selects. */
const TARGETS: Readonly<Record<string, AiMask['target']>> = { 1: 'subject', 2: 'sky', 3: 'person' };
/** `MaskSubCategoryID` of parts of people, with the region of ours that is nearest; others are the whole person. */
const PARTS: Readonly<Record<string, string>> = {
  2: 'face',
  3: 'face',
  4: 'skin',
  6: 'face',
  9: 'face',
  12: 'face',
};
const WHOLE_PERSON = '13';
/** With `MaskSubType` 0, as Camera Raw's own files have it. */
const BACKGROUND = '22';

/**
 * A mask of a correction, of the kinds that the published prompt and Camera Raw's files have: `Mask/Image` by
 * `MaskSubType`, a drawn outline (`Gesture`), radial and linear gradients.
 */
export function readJarvisMask(given: unknown, context: DialectContext): Read {
  if (!isPlainObject(given)) return 'not a mask';
  if (isTrue(given['MaskActive'] ?? true) === false) return 'switched off';
  const read = readShape(given, context);
  if (typeof read === 'string') return read;
  const joined = combine(given, isTrue(given['MaskInverted'] ?? false) === true);
  const name = asText(given['MaskName']);
  const masks = read.masks.map((mask, i) => ({
    ...mask,
    // The other masks of a region cut the first one to its tones.
    ...(i === 0 ? joined : {}),
    ...(name === '' ? {} : { name }),
  }));
  return { ...read, masks };
}

function readShape(given: PlainObject, context: DialectContext): Read {
  switch (asText(given['What'])) {
    case 'Mask/Image':
      return image(given, context);
    case 'Mask/CircularGradient':
    case 'Mask/RadialGradient':
      return { masks: [radial(given)] };
    case 'Mask/Gradient':
    case 'Mask/LinearGradient':
      return { masks: [linear(given)] };
    case 'Mask/Polygon':
      return outline(given);
    default:
      return `${asText(given['What']).slice(0, 40) || 'a mask without a kind'} cannot be shown`;
  }
}

function image(given: PlainObject, context: DialectContext): Read {
  const type = asText(given['MaskSubType']);
  const part = asText(given['MaskSubCategoryID']);
  if (type === '0' && part === BACKGROUND) return { masks: [aiMask('background')] };
  const gesture = given['Gesture'];
  if (Array.isArray(gesture) && isPlainObject(gesture[0])) return outline(gesture[0]);
  const target = TARGETS[type];
  if (target === undefined) return boxed(given, context);
  const region = target === 'person' ? PARTS[part] : undefined;
  const placed = region === undefined ? undefined : context.place?.(region);
  if (placed) return { masks: placed, note: `a part of the person, drawn as ${region}` };
  const whole = target !== 'person' || part === '' || part === WHOLE_PERSON;
  return {
    masks: [aiMask(target)],
    ...(whole ? {} : { note: 'a part of the person, taken as the whole person' }),
  };
}

function outline(given: PlainObject): Read {
  const mask = outlineEllipse(given['Points']);
  return mask
    ? { masks: [mask], note: 'an outline, drawn as the ellipse of its area' }
    : 'an outline without points';
}

/** An object whose place stands as `<box>` in the mask, or in the person's own words. */
function boxed(given: PlainObject, { instruction = '' }: DialectContext): Read {
  const texts = [...Object.values(given).map(asText), instruction];
  const mask = texts.map(readBox).find((one) => one !== undefined);
  return mask
    ? { masks: [mask], note: 'a box, drawn as the ellipse of its area' }
    : 'an object without an outline';
}

/** `Flipped` is not read: inversion stands in MaskInverted. */
function radial(given: PlainObject): object {
  const { Top: top, Left: left, Bottom: bottom, Right: right } = given as Readonly<Record<string, unknown>>;
  const angle = readNumber(given['Angle']) ?? 0;
  const feather = readNumber(given['Feather']) ?? 50;
  return { kind: 'radial', combine: 'add', inverted: false, top, left, bottom, right, angle, feather };
}

function linear(given: PlainObject): object {
  const [zeroX, zeroY, fullX, fullY] = ['ZeroX', 'ZeroY', 'FullX', 'FullY'].map((key) => given[key]);
  return { kind: 'linear', combine: 'add', inverted: false, zeroX, zeroY, fullX, fullY };
}

/**
 * `MaskBlendMode` 1 with `MaskValue` 0 is how Camera Raw's files take a mask away (and, inverted, intersect with it);
 * with any other value the published prompt means to intersect.
 */
function combine(given: PlainObject, inverted: boolean): Pick<Mask, 'combine' | 'inverted'> {
  if (asText(given['MaskBlendMode']) !== '1') return { combine: 'add', inverted };
  if (readNumber(given['MaskValue']) !== 0) return { combine: 'intersect', inverted };
  return { combine: inverted ? 'intersect' : 'subtract', inverted: false };
}

function isTrue(given: unknown): boolean | undefined {
  return clampBoolean('', given, new ClampReport());
}

/** Entry of a report for a mask that was read as something else or not at all. */
export function maskEntry(name: string, given: unknown, why: string, kept: boolean): ClampEntry {
  const what = isPlainObject(given) ? asText(given['MaskName']).slice(0, 40) : '';
  return { name, from: what, to: kept ? what : undefined, why };
}
