import { readInstruction } from '#instruction/read.ts';
import { readingSchema } from '#wire/goal.ts';
import { judgeReading } from './expectation.ts';
import { AXIS_SENTENCES } from './sentences-axes.ts';
import { LANGUAGE_SENTENCES } from './sentences-languages.ts';
import { LETTER_SENTENCES } from './sentences-letters.ts';
import { OUTSIDE_SENTENCES } from './sentences-outside.ts';
import { PLACE_SENTENCES } from './sentences-places.ts';
import { SPOKEN_SENTENCES } from './sentences-spoken.ts';
import { STYLE_SENTENCES } from './sentences-styles.ts';

describe('readInstruction() reads', () => {
  test.each([
    ...AXIS_SENTENCES,
    ...PLACE_SENTENCES,
    ...STYLE_SENTENCES,
    ...SPOKEN_SENTENCES,
    ...OUTSIDE_SENTENCES,
    ...LETTER_SENTENCES,
  ])('"%s" as %s', (sentence, expected) => {
    const reading = readInstruction(sentence);
    expect(judgeReading(reading, expected)).toEqual([]);
    expect(() => readingSchema.parse(reading)).not.toThrow();
  });

  test.each(LANGUAGE_SENTENCES)('%s: "%s" as %s', (language, sentence, expected) => {
    const reading = readInstruction(sentence);
    expect(reading.language).toBe(language);
    expect(judgeReading(reading, expected)).toEqual([]);
  });
});
