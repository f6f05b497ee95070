import { readNumber } from '#settings/clamp-value.ts';
import { LUMINANCE_WINDOW } from '#settings/mask-fields.ts';
import { defaultMaskName } from '#settings/mask-name.ts';
import type { Mask } from '#settings/settings.ts';
import type { ReadNotes } from './notes.ts';
import { itemsOf, type PropertyValue, structOf, textOf } from './struct.ts';

type Fields = ReadonlyMap<string, PropertyValue>;
type Loose = Readonly<Record<string, unknown>>;

function isTrue(fields: Fields, key: string): boolean {
  return /^(true|1)$/i.test(textOf(fields.get(key)));
}

function numbers(text: string): readonly (number | undefined)[] {
  return text
    .trim()
    .split(/[\s,]+/)
    .slice(0, 16)
    .map(readNumber);
}

function gradient(fields: Fields): Loose | string {
  if (isTrue(fields, 'Bidirectional')) return 'a gradient in both directions';
  const [zeroX, zeroY, fullX, fullY] = ['ZeroX', 'ZeroY', 'FullX', 'FullY'].map((key) =>
    textOf(fields.get(key)),
  );
  return { kind: 'linear', zeroX, zeroY, fullX, fullY };
}

/** `Flipped` is not read: sources disagree on its meaning, and Camera Raw 18 inverts with MaskInverted. */
function radial(fields: Fields): Loose {
  const field = (key: string, otherwise: string) => textOf(fields.get(key)) || otherwise;
  const [top, left, bottom, right] = ['Top', 'Left', 'Bottom', 'Right'].map((key) => textOf(fields.get(key)));
  return {
    kind: 'radial',
    top,
    left,
    bottom,
    right,
    angle: field('Angle', '0'),
    feather: field('Feather', '50'),
  };
}

/** MaskSubType: 1 subject, 2 sky, 3 person, 0 an object, or the background with sub category 22. */
function image(fields: Fields): Loose | string {
  const type = textOf(fields.get('MaskSubType'));
  const category = textOf(fields.get('MaskSubCategoryID')) || textOf(fields.get('SubCategoryID'));
  const target =
    { 1: 'subject', 2: 'sky', 3: 'person' }[type] ?? (category === '22' ? 'background' : undefined);
  if (target === undefined) return 'an object selection';
  const [referenceX = 0.5, referenceY = 0.5] = numbers(textOf(fields.get('ReferencePoint')));
  return { kind: 'ai', target, referenceX, referenceY };
}

/** Type 1 is color, 2 luminance, 3 depth. */
function range(fields: Fields): Loose | string {
  const inner = structOf(fields.get('CorrectionRangeMask') ?? '');
  const type = textOf(inner.get('Type'));
  const inverted = isTrue(inner, 'Invert');
  if (type === '2') {
    const window = numbers(textOf(inner.get('LumRange')));
    if (window.length !== 4) return 'a luminance range of an older form';
    return {
      kind: 'luminance',
      inverted,
      ...Object.fromEntries(LUMINANCE_WINDOW.map((name, i) => [name, window[i]])),
    };
  }
  if (type !== '1') return 'a depth range';
  const samples = itemsOf(inner.get('PointModels')).map((item) => {
    const [r, g, b, x = 0.5, y = 0.5] = numbers(textOf(item));
    return { r, g, b, x, y };
  });
  if (samples.length === 0) return 'a color range without samples';
  const amount = readNumber(textOf(inner.get('ColorAmount'))) ?? 0.5;
  // Stored as a hundredth; a value above 1 can only be meant as a percentage.
  return { kind: 'color', inverted, samples, amount: amount > 1 ? amount : amount * 100 };
}

const KINDS: Readonly<Record<string, (fields: Fields) => Loose | string>> = {
  'Mask/Gradient': gradient,
  'Mask/CircularGradient': radial,
  'Mask/Image': image,
  'Mask/RangeMask': range,
  'Mask/Paint': () => 'a brush',
  'Mask/Polygon': () => 'a drawn outline',
};

/**
 * How a mask joins those before it. Counted in real files: add is blend mode 0 with the mask's own inversion,
 * subtract is 1 with value 0, intersect is the same with the inversion turned round. So an inverted one that is
 * subtracted and a plain one that is intersected are one and the same, and both are read as intersect.
 */
function combine(fields: Fields, inverted: boolean): Pick<Mask, 'combine' | 'inverted'> {
  if (textOf(fields.get('MaskBlendMode')) !== '1') return { combine: 'add', inverted };
  return { combine: inverted ? 'intersect' : 'subtract', inverted: false };
}

/**
 * One mask, not yet checked for ranges. With a note it is `off` when it does not count, `unreadable` when it cannot
 * be shown.
 */
export function readMask(
  item: PropertyValue,
  index: number,
  path: string,
  notes: ReadNotes,
): Loose | 'off' | 'unreadable' {
  const fields = structOf(item);
  const what = textOf(fields.get('What'));
  if (textOf(fields.get('MaskActive')).toLowerCase() === 'false') {
    notes.addForeign(path, what, 'Masks');
    notes.warn(`${path}: the mask is switched off and is left out`);
    return 'off';
  }
  const read = Object.hasOwn(KINDS, what) ? KINDS[what] : undefined;
  const result = read === undefined ? `'${what.slice(0, 40)}'` : read(fields);
  if (typeof result === 'string') {
    notes.addForeign(path, what, 'Masks');
    notes.warn(`${path}: ${result} cannot be shown and is left out`);
    return 'unreadable';
  }
  const inverted = isTrue(fields, 'MaskInverted') !== (result['inverted'] === true);
  const mask = { ...result, ...combine(fields, inverted) };
  const name = textOf(fields.get('MaskName'));
  return name === '' || name === defaultMaskName(mask as unknown as Mask, index) ? mask : { ...mask, name };
}
