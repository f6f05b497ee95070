import fc from 'fast-check';
import { clampSettings } from '#settings/clamp.ts';
import { LIMITS } from '#settings/limits.ts';
import { MASK_FIELDS, SAMPLE_FIELDS } from '#settings/mask-fields.ts';
import type { NumberParameter, Parameter } from '#settings/parameter.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';
import type { Correction, CurvePoint, Mask, Settings } from '#settings/settings.ts';
import { SPLITS } from '#settings/splits.ts';

function between(minimum: number, maximum: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(minimum, maximum),
    fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }),
    fc.double({ min: minimum, max: maximum, noNaN: true }),
  );
}

export const curveArbitrary: fc.Arbitrary<readonly CurvePoint[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: LIMITS.curvePoints })
  .chain((xs) => {
    const sorted = [...xs].sort((a, b) => a - b);
    return fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: sorted.length, maxLength: sorted.length })
      .map((ys) => sorted.map((x, index): CurvePoint => [x, ys[index] ?? 0]));
  });

const nameArbitrary = fc
  .oneof(
    fc.constantFrom(
      'Sky',
      'Sky 1',
      'Linear Gradient 1',
      '02 ',
      ' a & b ',
      '<"\'>',
      'Ünïcode 🌅',
      ']]>',
      '&amp;',
      '&#10;',
    ),
    fc
      .array(fc.integer({ min: 32, max: 0x10ffff }), { maxLength: 20 })
      .map((points) => String.fromCodePoint(...points)),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''));

function numbers(
  fields: Readonly<Record<string, readonly [number, number]>>,
): fc.Arbitrary<Record<string, number>> {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([field, [low, high]]) => [field, between(low, high)])),
  );
}

function maskOf(kind: Mask['kind']): fc.Arbitrary<Mask> {
  const common = fc.record(
    {
      kind: fc.constant(kind),
      name: nameArbitrary,
      combine: fc.constantFrom('add', 'subtract', 'intersect'),
      inverted: fc.boolean(),
    },
    { requiredKeys: ['kind', 'combine', 'inverted'] },
  );
  const fields = numbers(MASK_FIELDS[kind]).map((values) => {
    if (kind !== 'luminance') return values;
    const sorted = Object.values(values).sort((a, b) => a - b);
    return Object.fromEntries(
      Object.keys(MASK_FIELDS.luminance).map((field, index) => [field, sorted[index] ?? 0]),
    );
  });
  const more = fc.record({
    ...(kind === 'ai' ? { target: fc.constantFrom('subject', 'sky', 'background', 'person') } : {}),
    ...(kind === 'color'
      ? { samples: fc.array(numbers(SAMPLE_FIELDS), { minLength: 1, maxLength: 5 }) }
      : {}),
  });
  return fc.tuple(common, fields, more).map((parts) => Object.assign({}, ...parts) as unknown as Mask);
}

export const maskArbitrary = fc.oneof(...(Object.keys(MASK_FIELDS) as Mask['kind'][]).map(maskOf));

function some(entries: readonly (readonly [string, fc.Arbitrary<unknown>])[]) {
  return fc.subarray([...entries]).chain((chosen) => fc.record(Object.fromEntries(chosen)));
}

const slider = (parameter: NumberParameter) => between(parameter.minimum, parameter.maximum);

const correctionArbitrary: fc.Arbitrary<Correction> = fc.record({
  name: nameArbitrary,
  active: fc.boolean(),
  amount: between(0, 2),
  values: some(LOCAL_PARAMETERS.map((one) => [one.name, slider(one)])),
  masks: fc.array(maskArbitrary, { maxLength: 4 }),
}) as fc.Arbitrary<Correction>;

const curvedCorrection = fc
  .tuple(
    correctionArbitrary,
    some(['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'].map((name) => [name, curveArbitrary])),
  )
  .map(([correction, curves]) => (Object.keys(curves).length === 0 ? correction : { ...correction, curves }));

function anyValue(parameter: Parameter): fc.Arbitrary<unknown> {
  switch (parameter.kind) {
    case 'number':
      return slider(parameter);
    case 'curve':
      return curveArbitrary;
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...parameter.choices);
  }
}

const anySettings = some([
  ...PARAMETERS.map((parameter) => [parameter.name, anyValue(parameter)] as const),
  ['MaskGroupBasedCorrections', fc.array(curvedCorrection, { maxLength: 3 })] as const,
]) as fc.Arbitrary<Settings>;

/** Any settings that the schema accepts: splits are put in order. */
export const settingsArbitrary: fc.Arbitrary<Settings> = anySettings.map((settings) => {
  const stated = SPLITS.filter((split) => settings[split.name] !== undefined).map(({ name }) => [
    name,
    settings[name],
  ]);
  return { ...settings, ...clampSettings(Object.fromEntries(stated)).settings };
});
