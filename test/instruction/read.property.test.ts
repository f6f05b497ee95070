import fc from 'fast-check';
import { describeReading } from '#instruction/describe.ts';
import { readInstruction } from '#instruction/read.ts';
import { readingSchema } from '#wire/goal.ts';

const words = fc.constantFrom(
  'too',
  'not',
  'warmer',
  'dark',
  'sky',
  'keep',
  'the',
  'skin',
  'but',
  'and',
  ',',
  'less',
  'more',
  'contrast',
  'shadows',
  'blue',
  'blues',
  'remove',
  'only',
  'except',
  'a bit',
  '20%',
  '+0.7 EV',
  'vintage',
  'pop',
  'undo',
  'without',
  'her',
  'cast',
  'no',
  'isn’t',
  '更',
  '暖',
  'zu',
  'trop',
);

describe('readInstruction()', () => {
  test('never throws and always gives a valid reading, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readingSchema.safeParse(readInstruction(text)).success).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('never throws and always gives a valid reading, for any order of its own words', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (list) => {
        const reading = readInstruction(list.join(' '));
        expect(readingSchema.safeParse(reading).success).toBe(true);
        expect(describeReading(reading)).not.toBe('');
      }),
      { numRuns: 250 },
    );
  });

  test('reads the same whatever the case, the spaces and the final mark', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('', '.', '!', '  '),
        (list, mark) => {
          const plain = readInstruction(list.join(' '));
          const loud = readInstruction(`  ${list.join('  ').toUpperCase()}${mark}`);
          const bare = ({ goals }: typeof plain) => goals.map(({ words: _, ...goal }) => goal);
          expect(bare(loud)).toEqual(bare(plain));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('has one goal per axis and region', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (list) => {
        const places = readInstruction(list.join(' ')).goals.map(({ axis, region }) => `${axis} ${region}`);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 120 },
    );
  });

  test('reads 10,000 characters of anything without losing its head', () => {
    const reading = readInstruction(`make it warmer ${'lorem ipsum dolor sit amet '.repeat(400)}`);
    expect(reading.confidence).toBeLessThan(0.6);
    expect(readInstruction('').confidence).toBe(0);
  });
});
