import fc from 'fast-check';
import { readInstruction } from '#instruction/read.ts';
import { LOOKS } from '#looks/looks.ts';
import { readGoalReadings } from '#policy/dialects/goal-readings.ts';
import { joinReading, settledWish } from '#policy/openai/settled-wish.ts';
import { AXES, GOAL_REGIONS, readingSchema } from '#wire/goal.ts';

const goal = fc.record({
  // Mostly what the instructions below speak of.
  axis: fc.oneof(fc.constantFrom('warmth', 'brightness', 'contrast', 'saturation'), fc.constantFrom(...AXES)),
  direction: fc.constantFrom('more', 'less'),
  amount: fc.double({ min: 0, max: 3, noNaN: true }),
  region: fc.oneof(fc.constant('whole'), fc.constantFrom('whole', ...GOAL_REGIONS)),
  words: fc.constantFrom('', 'warmer', '+2 EV'),
});
const reading = fc.record({
  goals: fc.array(goal, { maxLength: 5 }),
  styles: fc.array(fc.constantFrom(...LOOKS.map(({ name }) => name)), { maxLength: 2 }),
  locks: fc.array(fc.record({ what: fc.constantFrom(...AXES, ...GOAL_REGIONS) }), { maxLength: 3 }),
});
const INSTRUCTIONS = [
  'warmer and brighter, keep the sky',
  "+0.5 EV but don't touch the contrast",
  'moody, keep skin natural',
  'cinematic, 20% less saturated',
  'zzz',
];

test('whatever a model reads: the locks of the wish hold, and what the person settled or took away stays so', () => {
  fc.assert(
    fc.property(
      reading,
      fc.constantFrom(...INSTRUCTIONS),
      fc.option(fc.nat({ max: 1 }), { nil: undefined }),
      (own, instruction, taken) => {
        const plain = readInstruction(instruction);
        const given =
          taken === undefined ? plain : { ...plain, goals: plain.goals.filter((_, i) => i !== taken) };
        const [model] = readGoalReadings(JSON.stringify({ readings: [own] }), instruction).readings;
        const joined = model && joinReading(settledWish({ instruction, reading: given }), model);
        if (!joined) return;
        expect(readingSchema.safeParse(joined).success).toBe(true);
        expect(joined.locks.slice(0, given.locks.length)).toEqual(given.locks);
        const held = joined.locks.flatMap(({ kind, what }) => (kind === 'axis' ? [what] : []));
        const added = joined.goals.filter((one) => !given.goals.includes(one));
        for (const { axis } of added) expect(held).not.toContain(axis);
        if (given.goals.length === plain.goals.length) return;
        // Corrected: all that is left of it stays, and what was taken away does not come back.
        expect(joined.goals.slice(0, given.goals.length)).toEqual(given.goals);
        const gone = plain.goals[taken!]!;
        const others = given.goals.some(({ axis, region }) => axis === gone.axis && region === gone.region);
        if (!others)
          expect(joined.goals.some(({ axis, region }) => axis === gone.axis && region === gone.region)).toBe(
            false,
          );
      },
    ),
    { numRuns: 300 },
  );
});

test('numbers that a person states are settled, other goals are the model’s to read', () => {
  const instruction = 'moodier and +0.5 EV';
  const { goals } = settledWish({ instruction, reading: readInstruction(instruction) });
  expect(goals.map(({ axis, words }) => [axis, words])).toEqual([['brightness', '+0.5 EV']]);
});
