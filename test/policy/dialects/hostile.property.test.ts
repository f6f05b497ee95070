import fc from 'fast-check';
import type { EditsReading } from '#policy/dialects/dialect.ts';
import { readGoalReadings } from '#policy/dialects/goal-readings.ts';
import { readJarvisArt } from '#policy/dialects/jarvisart.ts';
import { readJsonEdits } from '#policy/dialects/json-edits.ts';
import { readMonetNumbers, readMonetPlan } from '#policy/dialects/monetgpt.ts';
import { MONET_STAGES } from '#policy/dialects/monetgpt-operations.ts';
import { reportWords } from '#policy/dialects/report-words.ts';
import { readRetouchIq } from '#policy/dialects/retouchiq.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';
import { settingsSchema } from '#settings/schema.ts';
import { readingSchema } from '#wire/goal.ts';
import { context } from './fixture.ts';

const DIALECTS: Readonly<Record<string, (text: string) => EditsReading>> = {
  json: (text) => readJsonEdits(text, context),
  retouchiq: (text) => readRetouchIq(text, context),
  jarvisart: (text) => readJarvisArt(text, context),
  monetgpt: (text) => readMonetNumbers(text, MONET_STAGES[2]!),
};

const name = fc.constantFrom(...[...PARAMETERS, ...LOCAL_PARAMETERS].map((one) => one.name));
const key = fc.oneof(
  name,
  fc.constantFrom(
    ...[
      'candidates',
      'settings',
      'local',
      'masks',
      'region',
      'values',
      'MaskGroupBasedCorrections',
      'toneCurve',
    ],
    ...[
      'CorrectionMasks',
      'What',
      'MaskSubType',
      'Gesture',
      'Points',
      'MainCurve',
      'Temperature',
      'readings',
      'goals',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'axis',
      'direction',
      'title',
      'why',
      'reasoning',
    ],
  ),
  fc.string({ maxLength: 6 }),
);
const scalar = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    'Mask/Image',
    'Mask/CircularGradient',
    'sky',
    '<script>alert(1)</script>',
    '1e308',
    'warmth',
    'more',
    '../..',
  ),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));
const document = fc.dictionary(key, value, { maxKeys: 8 }).map((given) => JSON.stringify(given));
const text = fc
  .tuple(document, fc.nat({ max: 400 }), fc.string({ maxLength: 20 }))
  .map(([whole, cut, before]) => before + (cut < 200 ? whole : whole.slice(0, cut)));

for (const [dialect, read] of Object.entries(DIALECTS)) {
  test(`${dialect}: whatever the text, edits are valid settings with plain text`, () => {
    fc.assert(
      fc.property(text, (given) => {
        const { edits, problems } = read(given);
        expect(edits.length > 0 || problems.length > 0).toBe(true);
        for (const edit of edits) {
          expect(settingsSchema.safeParse(edit.settings).error?.issues ?? []).toEqual([]);
          expect(`${edit.title}${edit.reasoning}${reportWords(edit.report)}`).not.toMatch(
            /[\p{Cc}\p{Cs}\u202E]/u,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
}

test('goals: whatever the text, readings keep to the vocabulary', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const { goals, styles, locks, unsupported } of readGoalReadings(given, 'x').readings) {
        const reading = { language: 'en', goals, styles, locks, unsupported, confidence: 1 };
        expect(readingSchema.safeParse(reading).error?.issues ?? []).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

const HUGE: readonly (readonly [claim: string, text: string])[] = [
  [
    'ten thousand masks',
    `{"MaskGroupBasedCorrections": [${'{"CorrectionName": "m", "LocalExposure2012": 1, "CorrectionMasks": [{"What": "Mask/Image", "MaskSubType": 2}]},'.repeat(10_000)}]}`,
  ],
  [
    'ten thousand points',
    `{"MaskGroupBasedCorrections": [{"LocalExposure2012": 1, "CorrectionMasks": [{"What": "Mask/Image", "MaskSubType": 0, "Gesture": [{"Points": [${'{"X": 0.1, "Y": 0.2},'.repeat(10_000)}]}]}]}]}`,
  ],
  [
    'ten thousand local edits',
    `{"candidates": [{"settings": {"Contrast2012": 1}, "local": [${'{"region": "sky", "values": {"Exposure": 1}},'.repeat(10_000)}]}]}`,
  ],
  ['ten thousand candidates', `{"candidates": [${'{"settings": {"Contrast2012": 1}},'.repeat(10_000)}]}`],
  [
    'ten thousand unknown keys',
    `{${Array.from({ length: 10_000 }, (_, i) => `"Exposure201${i}": 1`).join(',')}}`,
  ],
  ['a text of 5 MB', `{"candidates": [{"title": "${'t'.repeat(5e6)}", "settings": {"Contrast2012": 1}}]}`],
  ['a text of 5 MB before the answer', `${'so '.repeat(2e6)}{"settings": {"Contrast2012": 1}}`],
  ['deep nesting', `${'{"settings":'.repeat(1e5)}`],
  ['many lines of a plan', 'Adjustment: more\n'.repeat(1e5)],
];
describe('a reply stays bounded with', () => {
  for (const [claim, given] of HUGE) {
    test(claim, () => {
      const kept = Object.values(DIALECTS).map((read) =>
        JSON.stringify(read(given).edits.map(({ settings }) => settings)),
      );
      for (const one of kept) expect(one.length).toBeLessThan(200_000);
      expect(readMonetPlan(given).length).toBeLessThanOrEqual(30);
      expect(readGoalReadings(given, 'x').readings.length).toBeLessThanOrEqual(16);
    });
  }
});
