import * as z from 'zod';

/** A number that a model wrote, perhaps in a string or as "8/10", within the ends. */
export function numberWithin(minimum: number, maximum: number) {
  return z.preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      const found = /^\s*([+-]?\d+(?:\.\d+)?)\s*(?:%|\/\s*10)?\s*$/.exec(value);
      return found ? Number(found[1]) : value;
    },
    z
      .number('a number is needed')
      .min(minimum, `a number from ${minimum} to ${maximum} is needed`)
      .max(maximum, `a number from ${minimum} to ${maximum} is needed`),
  );
}

/** One line of a model's words, to be shown to people: no control characters, no longer than `most` characters. */
export function oneLine(most: number) {
  return z.preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      // Control and direction characters could rearrange what stands around them.
      const plain = value
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
    },
    z.string('some words are needed').min(1, 'some words are needed'),
  );
}
