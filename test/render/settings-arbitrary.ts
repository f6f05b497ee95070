import fc from 'fast-check';
import type { Parameter } from '#settings/parameter.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';
import type { Correction, Mask, Settings, SettingValue } from '#settings/settings.ts';

function arbitraryOf(parameter: Parameter): fc.Arbitrary<SettingValue> {
  switch (parameter.kind) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...parameter.choices);
    case 'curve':
      return curve();
    case 'number':
      return fc.oneof(
        fc.constantFrom(parameter.minimum, parameter.maximum, parameter.neutral),
        fc.double({ min: parameter.minimum, max: parameter.maximum, noNaN: true }),
      );
  }
}

function curve(): fc.Arbitrary<readonly (readonly [number, number])[]> {
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 })), {
      minLength: 2,
      maxLength: 8,
      selector: ([x]) => x,
    })
    .map((points) => points.sort((a, b) => a[0] - b[0]));
}

function mask(): fc.Arbitrary<Mask> {
  const place = fc.double({ min: -10, max: 10, noNaN: true });
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const common = {
    combine: fc.constantFrom('add', 'subtract', 'intersect'),
    inverted: fc.boolean(),
  } as const;
  return fc.oneof(
    fc.record({
      kind: fc.constant('linear'),
      ...common,
      zeroX: place,
      zeroY: place,
      fullX: place,
      fullY: place,
    }),
    fc.record({
      kind: fc.constant('radial'),
      ...common,
      top: place,
      left: place,
      bottom: place,
      right: place,
      angle: fc.double({ min: -360, max: 360, noNaN: true }),
      feather: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    fc
      .tuple(unit, unit, unit, unit, common.combine, common.inverted)
      .map(([a, b, c, d, combine, inverted]) => {
        const [lowNone, lowFull, highFull, highNone] = [a, b, c, d].sort((x, y) => x - y) as [
          number,
          number,
          number,
          number,
        ];
        return { kind: 'luminance', combine, inverted, lowNone, lowFull, highFull, highNone };
      }),
    fc.record({
      kind: fc.constant('color'),
      ...common,
      samples: fc.array(fc.record({ r: unit, g: unit, b: unit, x: place, y: place }), {
        minLength: 1,
        maxLength: 3,
      }),
      amount: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('ai'),
      ...common,
      target: fc.constantFrom('subject', 'sky', 'background', 'person'),
      referenceX: place,
      referenceY: place,
    }),
  ) as fc.Arbitrary<Mask>;
}

function correction(): fc.Arbitrary<Correction> {
  return fc.record({
    name: fc.constant('any'),
    active: fc.boolean(),
    amount: fc.double({ min: 0, max: 2, noNaN: true }),
    values: someOf(LOCAL_PARAMETERS) as fc.Arbitrary<Record<string, number>>,
    curves: fc.record({ MainCurve: curve(), BlueCurve: curve() }, { requiredKeys: [] }),
    masks: fc.array(mask(), { maxLength: 3 }),
  }) as unknown as fc.Arbitrary<Correction>;
}

function someOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, SettingValue>> {
  return fc
    .subarray([...parameters], { maxLength: 16 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((one) => [one.name, arbitraryOf(one)]))));
}

/** Any settings that the schema lets through, a few parameters at a time. */
export function anySettings(): fc.Arbitrary<Settings> {
  return fc
    .tuple(someOf(PARAMETERS), fc.array(correction(), { maxLength: 2 }))
    .map(([settings, corrections]) =>
      corrections.length === 0 ? settings : { ...settings, MaskGroupBasedCorrections: corrections },
    );
}
